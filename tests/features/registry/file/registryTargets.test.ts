import { expect, it } from 'vitest';
import { importRegistry } from '../../../../src/features/registry/file/importRegistry.ts';
import type { RegistryEntry } from '../../../../src/programme/center/row.ts';
import { header, start, today } from './registryWorld.ts';

/** What an import into this registry says of the centers. */
async function remarks(existing: readonly RegistryEntry[], ...lines: readonly string[]) {
  const file = { bytes: Buffer.from(lines.join('\n')), name: 'registry.csv' };
  const store = { entries: async () => existing, apply: async () => [] };
  const report = await importRegistry(file, store, today, false);
  return report.kind === 'imported' ? report.remarks : report;
}
const center = 'ศจก.บ้านหนองบัว';

it('asks for the founding date where the target is not known without it', async () => {
  expect(await remarks([], header, start)).toEqual([
    { line: 2, code: 'foundingUnknown', params: { center } },
  ]);
  expect(await remarks([], `${header},founded`, `${start},2552`)).toEqual([]);
  expect(await remarks([], `${header},household_target`, `${start},0`)).toEqual([]);
});

it('asks for the target of a budgeted center', async () => {
  const budgeted = { line: 2, code: 'budgetedWithoutTarget', params: { center } };
  expect(await remarks([], `${header},budgeted,founded`, `${start},ใช่,2552`)).toEqual([budgeted]);
  expect(await remarks([], `${header},budgeted,household_target`, `${start},ใช่,30`)).toEqual([]);
});
