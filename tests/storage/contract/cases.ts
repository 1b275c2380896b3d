import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.ts';
import { assessmentCases } from '../../../src/features/assessment/cases.ts';
import {
  type AssessmentCase,
  decideAssessment,
} from '../../../src/features/assessment/rules/assessmentCase.ts';
import { roundCases } from '../../../src/features/household/cases.ts';
import type { DebtReport } from '../../../src/features/household/rules/round.ts';
import type { CasesOf } from '../../../src/kernel/report/cases.ts';
import type { CaseId, FiscalYear } from '../../../src/programme/ids.ts';
import { newReportCase } from '../../../src/programme/report/case.ts';
import type { ReportRules } from '../../../src/programme/report/rules.ts';
import { type Unit, unitId } from '../../../src/programme/report/unit.ts';
import { nothingAround } from '../../support/around.ts';
import {
  at,
  center,
  centerId,
  debtReport,
  district,
  intentId,
  later,
  nation,
  personId,
  province,
  receipt,
  reportCase,
  revision,
  scopeOf,
  secrets,
  year,
} from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function casesContract(open: OpenWorld): void {
  let world: World;
  let store: Store;
  let cases: CasesOf<AssessmentCase>;
  let debts: CasesOf<DebtReport>;
  beforeAll(async () => {
    world = await open();
    store = world.store('a');
    cases = assessmentCases(store);
    debts = roundCases(store, 1);
  });
  afterAll(() => world.close());

  const submitted = (n: number, number: string, changes: Partial<AssessmentCase> = {}, of?: FiscalYear) =>
    reportCase(center(n), { revisions: [revision(number)], ...changes }, of);

  describe('a case', () => {
    test('that was never begun is not read', async () => {
      expect(await cases.read('C000000:center-assessment:2565' as CaseId)).toBeUndefined();
    });

    test('is read as written, with its instants and what was decided', async () => {
      const whole = submitted(1, 'R1', {
        holder: { person: personId(1), name: secrets.officer, draft: 'd1' },
        outcomes: { 'e.1$': { kind: 'heldByOther', name: secrets.colleague } },
      });
      expect(await cases.write(whole, 0)).toBe('committed');
      expect(await cases.read(whole.id)).toEqual(whole);
    });

    test('is begun once, and written only over the state that was read', async () => {
      const first = reportCase(center(2));
      const another = { ...first.form, version: 1 };
      expect(await cases.write(first, 0)).toBe('committed');
      expect(await cases.write({ ...first, form: another }, 0)).toBe('lost');
      expect(await cases.write({ ...first, rev: 2 }, 1)).toBe('committed');
      expect(await cases.write({ ...first, rev: 2, form: another }, 1)).toBe('lost');
      expect(await cases.write({ ...first, rev: 9 }, 8)).toBe('lost');
      expect(await cases.read(first.id)).toEqual({ ...first, rev: 2 });
    });

    test('that nobody has is not made by a write over a state', async () => {
      const none = reportCase(center(3), { rev: 2 });
      expect(await cases.write(none, 1)).toBe('lost');
      expect(await cases.read(none.id)).toBeUndefined();
    });

    test('which thirty officers submit at the same moment is submitted once', async () => {
      const begun = reportCase(center(4));
      await cases.write(begun, 0);
      const submit = async (n: number): Promise<string> => {
        const present = await cases.read(begun.id);
        if (!present) return 'gone';
        const { record: next, outcome } = decideAssessment(
          present,
          {
            kind: 'submit',
            id: intentId(`submit ${n}`),
            by: personId(n),
            name: secrets.officer,
            at,
            draft: `d${n}`,
            receipt: receipt(`S${n}`),
            content: revision('').content,
          },
          nothingAround,
        );
        return (await cases.write(next, present.rev)) === 'committed' ? outcome.kind : submit(n);
      };
      const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => submit(n)));
      expect(outcomes.filter((kind) => kind === 'submitted')).toHaveLength(1);
      expect(outcomes.filter((kind) => kind === 'alreadySubmitted')).toHaveLength(29);
      expect((await cases.read(begun.id))?.revisions).toHaveLength(1);
    });

    test('does not take a receipt that another case carries', async () => {
      expect(await cases.write(submitted(5, 'R5'), 0)).toBe('committed');
      expect(await cases.write(submitted(6, 'R5'), 0)).toBe('receiptTaken');
      const begun = reportCase(center(7));
      await cases.write(begun, 0);
      const taken = submitted(7, 'R5', { rev: 2 });
      expect(await cases.write(taken, 1)).toBe('receiptTaken');
      expect(await cases.read(taken.id)).toEqual(begun);
      expect(await cases.write(submitted(7, 'R7', { rev: 2 }), 1)).toBe('committed');
      // Its own receipt is no other's.
      expect(await cases.write(submitted(7, 'R7', { rev: 3 }), 2)).toBe('committed');
    });
  });

  describe('cases', () => {
    const before = (year - 1) as FiscalYear;
    const elsewhere = center(21, { province: 'น่าน', district: 'ปัว' });
    // A district of the same name in another province.
    const namesake = center(22, { province: 'เลย', district: 'วาริชภูมิ' });
    const mine = center(20);
    const all = [
      submitted(20, 'R20'),
      submitted(20, 'R20-before', {}, before),
      reportCase(elsewhere, { revisions: [revision('R21')] }),
      reportCase(namesake, { revisions: [revision('R22')] }),
    ];
    const numbers: readonly string[] = [20, 21, 22].map(centerId);
    const found = async (...asked: Parameters<typeof cases.within>) =>
      (await cases.within(...asked))
        .filter(({ unit }) => numbers.includes(unitId(unit)))
        .map(({ id }) => id)
        .sort();
    const idsOf = (...which: readonly number[]) => which.map((n) => all[n]?.id);
    beforeAll(async () => {
      for (const each of all) await cases.write(each, 0);
    });

    test('are found within an area and the years asked for', async () => {
      expect(await found([nation], [year])).toEqual(idsOf(0, 2, 3));
      expect(await found([nation], [year, before])).toEqual(idsOf(1, 0, 2, 3));
      expect(await found([province('น่าน'), province('เลย')], [year])).toEqual(idsOf(2, 3));
      expect(await found([district('วาริชภูมิ', 'เลย')], [year])).toEqual(idsOf(3));
      expect(await found([scopeOf(mine)], [year])).toEqual(idsOf(0));
      expect(await found([scopeOf(mine), nation], [year])).toEqual(idsOf(0, 2, 3));
    });

    test('are not found without an area', async () => {
      expect(await cases.within([], [year])).toEqual([]);
      expect(await store.cases.byReceipt(receipt('R20'), [])).toBeUndefined();
    });

    test('of a center are all its years', async () => {
      expect((await cases.ofUnit(mine.id)).map(({ period }) => period.year).sort()).toEqual([before, year]);
    });

    test('are found by who fills their draft in at present', async () => {
      const held = {
        ...reportCase(center(40)),
        holder: { person: personId(40), name: secrets.officer, draft: 'd' },
      };
      await cases.write(held, 0);
      expect(await store.cases.heldBy(personId(40))).toEqual([held]);
      const { holder: _left, ...released } = { ...held, rev: held.rev + 1 };
      await cases.write(released, held.rev);
      expect(await store.cases.heldBy(personId(40))).toEqual([]);
    });

    test('are found by receipt in their own area only', async () => {
      expect(await store.cases.byReceipt(receipt('R21'), [province('น่าน')])).toEqual(all[2]);
      expect(await store.cases.byReceipt(receipt('R21'), [scopeOf(mine), nation])).toEqual(all[2]);
      expect(await store.cases.byReceipt(receipt('R21'), [province('เลย')])).toBeUndefined();
      expect(await store.cases.byReceipt(receipt('R22'), [district('วาริชภูมิ', 'สกลนคร')])).toBeUndefined();
      expect(await store.cases.byReceipt(receipt('R99'), [nation])).toBeUndefined();
      expect((await store.cases.byReceipt(receipt('R20'), [nation]))?.revisions[0]?.at).toEqual(later(60));
    });
  });

  describe('the kinds', () => {
    test('give a receipt once among all of them', async () => {
      expect(await debts.write(debtReport(52, 'SAME'), 0)).toBe('committed');
      expect(await debts.write(debtReport(53, 'SAME'), 0)).toBe('receiptTaken');
      expect(await cases.write(submitted(52, 'SAME'), 0)).toBe('receiptTaken');
    });

    test('are found each for itself', async () => {
      const [assessment, debt] = [submitted(54, 'A54'), debtReport(54, 'D54')];
      await cases.write(assessment, 0);
      await debts.write(debt, 0);
      const here = [scopeOf(center(54))];
      expect(await cases.within(here, [year])).toEqual([assessment]);
      expect(await debts.within(here, [year])).toEqual([debt]);
      expect(await roundCases(store, 2).within(here, [year])).toEqual([]);
      expect(await cases.ofUnit(center(54).id)).toEqual([assessment]);
      expect(await store.cases.byReceipt(receipt('D54'), here)).toEqual(debt);
      expect(await store.cases.byReceipt(receipt('A54'), [nation])).toEqual(assessment);
    });

    test('may be of villages and of parts of a year', async () => {
      const rules: ReportRules<string> = {
        ...{ id: 'wells', form: 'wells', unit: 'village', every: 'quarter', chain: [], supplements: false },
        figures: {},
        says: (content) => content,
      };
      const wells = store.cases.of(rules);
      const [one, other] = ([1, 2] as const).map((moo) => {
        const unit: Unit = {
          ...{ kind: 'village', province: 'เลย', district: 'วังสะพุง', tambon: 'ปากปวน', moo },
        };
        return { ...newReportCase(rules, unit, { year, part: 3 }, 1), rev: 1 };
      });
      if (!one || !other) throw new Error('there are two');
      for (const each of [one, other]) await wells.write(each, 0);
      expect(await wells.read(one.id)).toEqual(one);
      expect(await wells.within([district('วังสะพุง', 'เลย')], [year])).toEqual([one, other]);
      expect(await wells.within([district('วาริชภูมิ', 'เลย')], [year])).toEqual([]);
      expect(await wells.ofUnit(unitId(other.unit))).toEqual([other]);
    });
  });
}
