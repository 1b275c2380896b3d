import { expect, it } from 'vitest';
import { importRegistry } from '../../../../src/features/registry/file/importRegistry.ts';
import type { RegistryEntry } from '../../../../src/programme/center/row.ts';
import { imported } from '../rules/registryWorld.ts';
import { readLines, today } from './registryWorld.ts';

const header = 'จังหวัด,อำเภอ,ตำบล,หมู่ที่,บ้าน,ชื่อศูนย์,วันที่จัดตั้ง';
const village = 'ปราจีนบุรี,กบินทร์บุรี,เมืองเก่า,3,ทดสอบหนึ่ง';
const former = 'ศูนย์จัดการกองทุนชุมชนบ้านทดสอบหนึ่ง';

async function registryOf(...lines: readonly string[]): Promise<readonly RegistryEntry[]> {
  const reading = await readLines(...lines);
  return reading.kind === 'read'
    ? imported(
        [],
        reading.rows.map(({ row }) => row),
      ).registry
    : expect.fail(reading.problem.code);
}

/** What an import into this registry comes to: figures, and the reasons of rejected rows. */
async function outcome(existing: readonly RegistryEntry[], ...lines: readonly string[]) {
  const file = { bytes: Buffer.from(lines.join('\n')), name: 'registry.csv' };
  const store = { entries: async () => existing, apply: async () => [] };
  const report = await importRegistry(file, store, today, false);
  if (report.kind === 'refused') return expect.fail(report.problem.code);
  const { created, updated, rejected } = report;
  return { created, updated, rejected: rejected.flatMap(({ problems }) => problems.map(({ code }) => code)) };
}

it('asks whether another name in a village is a new name of its center, and takes the answer', async () => {
  const registry = await registryOf(header, `${village},${former},1/6/2551`);
  const id = registry[0]?.center.id ?? expect.fail();
  const row = `${village},ศจก.ร่วมใจพัฒนา,1/6/2551`;
  expect(await outcome(registry, header, row)).toEqual({ created: 0, updated: 0, rejected: ['sameVillage'] });
  const asked = `${header},รหัสศูนย์ฯ`;
  expect(await outcome(registry, asked, `${row},`)).toMatchObject({ rejected: ['sameVillage'] });
  expect(await outcome(registry, asked, `${row},${id}`)).toEqual({ created: 0, updated: 1, rejected: [] });
  expect(await outcome(registry, asked, `${row},ใหม่`)).toEqual({ created: 1, updated: 0, rejected: [] });
});
