import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import { center, debtReport, nation, receipt, reportCase, revision, scopeOf, year } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function debtReportsContract(open: OpenWorld): void {
  let world: World;
  let store: Store;
  beforeAll(async () => {
    world = await open();
    store = world.store('a');
  });
  afterAll(() => world.close());

  describe('a debt report', () => {
    test('is read as written, and written only over the state that was read', async () => {
      const report = debtReport(1);
      expect(await store.debtReports.write(report, 0)).toBe('committed');
      expect(await store.debtReports.read(report.id)).toEqual(report);
      expect(await store.debtReports.write(report, 0)).toBe('lost');
      expect(await store.debtReports.write({ ...report, rev: 2 }, 1)).toBe('committed');
    });

    test('shares no receipt with another report, of whichever kind', async () => {
      await store.debtReports.write(debtReport(2, 'SAME'), 0);
      expect(await store.debtReports.write(debtReport(3, 'SAME'), 0)).toBe('receiptTaken');
      const assessment = reportCase(center(2), { revisions: [revision('SAME')] });
      expect(await store.cases.write(assessment, 0)).toBe('receiptTaken');
    });

    test('is found by its receipt and its area, and is no assessment', async () => {
      const mine = center(4);
      const assessment = reportCase(mine, { revisions: [revision('A4')] });
      await store.cases.write(assessment, 0);
      const report = debtReport(4, 'D4');
      await store.debtReports.write(report, 0);
      const here = [scopeOf(mine)];
      expect(await store.debtReports.byReceipt(receipt('D4'), here)).toEqual(report);
      expect(await store.debtReports.byReceipt(receipt('D4'), [scopeOf(center(5))])).toBeUndefined();
      expect(await store.debtReports.byReceipt(receipt('A4'), [nation])).toBeUndefined();
      expect(await store.cases.byReceipt(receipt('D4'), [nation])).toBeUndefined();
      expect(await store.debtReports.within(here, [year])).toEqual([report]);
      expect(await store.debtReports.within(here, [(year - 1) as FiscalYear])).toEqual([]);
      expect(await store.debtReports.within([], [year])).toEqual([]);
      expect(await store.cases.within(here, [year])).toEqual([assessment]);
      expect(await store.cases.ofCenter(mine.id)).toEqual([assessment]);
    });
  });
}
