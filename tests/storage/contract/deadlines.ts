import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nationalDeadlines2565 } from '../../../src/features/deadline/deadlines2565.ts';
import type { Deadlines } from '../../../src/features/deadline/store.ts';
import {
  type Deadline,
  type DeadlineArea,
  newDeadline,
  ruleOf,
} from '../../../src/programme/deadline/deadline.ts';
import { decideDeadline } from '../../../src/programme/deadline/decideDeadline.ts';
import { dueKindOf } from '../../../src/programme/deadline/kind.ts';
import type { FiscalYear, IsoDate } from '../../../src/programme/ids.ts';
import { dues } from '../../support/dues.ts';
import { intentId, later, personId, year } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

const sakonNakhon: DeadlineArea = { kind: 'province', province: 'สกลนคร' };
const nation: DeadlineArea = { kind: 'nation' };

/** A date that somebody gives in an area. */
function given(present: Deadline, n: number, due: string): Deadline {
  const by = { kind: 'person' as const, person: personId(n), name: 'สมหญิง ใจงาม' };
  const who = { id: intentId(`d${n}`), by, at: later(n), holds: false, accepted: true };
  return decideDeadline(dueKindOf(dues, present.kind), present, { ...who, kind: 'set', due: due as IsoDate })
    .record;
}

export function deadlinesContract(open: OpenWorld): void {
  let world: World;
  let deadlines: Deadlines;
  beforeEach(async () => {
    world = await open();
    deadlines = world.store('a').deadlines;
  });
  afterEach(() => world.close());

  describe('the due dates', () => {
    test('of an area are read back with who set what when', async () => {
      const deadline = given(newDeadline('assessment', { year }, sakonNakhon), 1, '2022-08-09');
      expect(await deadlines.read(deadline.id)).toBeUndefined();
      expect(await deadlines.write(deadline, 0)).toBe('committed');
      expect(await deadlines.read(deadline.id)).toEqual(deadline);
      expect(await deadlines.write(deadline, 0)).toBe('lost');
      expect(await deadlines.write(given(deadline, 2, '2022-08-20'), 7)).toBe('lost');
      expect((await deadlines.read(deadline.id))?.history).toHaveLength(1);
    });

    test('that stand are those of the year in all areas, each the last one that was set', async () => {
      const first = given(newDeadline('forum', { year, part: 3 }, sakonNakhon), 1, '2021-12-20');
      const then = given(first, 2, '2021-12-24');
      const national = given(newDeadline('debt1', { year }, nation), 3, '2022-05-31');
      const nextYear = { year: (year + 1) as FiscalYear };
      const other = given(newDeadline('debt1', nextYear, nation), 4, '2023-05-31');
      await deadlines.write(first, 0);
      await deadlines.write(then, first.rev);
      for (const one of [national, other]) await deadlines.write(one, 0);
      // One that was only asked about has no date.
      const asked = { ...newDeadline('debt2', { year }, nation), rev: 1 };
      await deadlines.write(asked, 0);
      const rules = await deadlines.rules(year);
      expect(rules).toHaveLength(2);
      expect(rules).toEqual(expect.arrayContaining([ruleOf(then), ruleOf(national)]));
    });

    test('of the whole programme come back as they were written', async () => {
      for (const one of nationalDeadlines2565) await deadlines.write(one, 0);
      const rules = await deadlines.rules(year);
      expect(new Set(rules.map((rule) => JSON.stringify(rule)))).toEqual(
        new Set(nationalDeadlines2565.map((one) => JSON.stringify(ruleOf(one)))),
      );
    });

    test('that ten people set at once are all kept, one after the other', async () => {
      const place = newDeadline('readiness', { year }, sakonNakhon);
      const set = async (n: number): Promise<void> => {
        const present = (await deadlines.read(place.id)) ?? place;
        const result = await deadlines.write(given(present, n, `2022-08-${n + 10}`), present.rev);
        if (result === 'lost') await set(n);
      };
      await Promise.all(Array.from({ length: 10 }, (_, n) => set(n)));
      const { history = [], rev } = (await deadlines.read(place.id)) ?? {};
      expect([new Set(history.map(({ due }) => due)).size, rev]).toEqual([10, 10]);
    });
  });
}
