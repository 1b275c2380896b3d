import fc from 'fast-check';
import type { IntentId, IsoDate, PersonId, Receipt } from '../../../src/programme/ids.ts';
import { newReportCase } from '../../../src/programme/report/case.ts';
import type { ReportIntent } from '../../../src/programme/report/intent.ts';
import type { ReportRules } from '../../../src/programme/report/rules.ts';
import { stageOf } from '../../../src/programme/report/stage.ts';
import {
  type Case,
  type Content,
  capacities,
  idOf,
  type Machine,
  people,
  photo,
  unit,
  type Who,
  year,
} from './caseOffice.ts';
import type { Step } from './laws.ts';

/** What somebody does, told so that it has a meaning in whatever state the case is. */
export type Move = {
  readonly who: Who;
  readonly does: ReportIntent<Content>['kind'] | 'again' | 'nextSigns';
  /** Which card is looked at: the one of now, or of some revision before, or of another report. */
  readonly card: 'now' | 'before' | 'other' | 'short';
  readonly points: number;
  readonly as: keyof typeof capacities | 'own';
  readonly step: 'waited' | 'chair' | 'district' | 'province';
  readonly to: Who;
  readonly flag: boolean;
  /** How many hours have gone by. */
  readonly hours: number;
};

const steps = ['waited', 'waited', 'waited', 'chair', 'district', 'province'] as const;
const deeds: fc.Arbitrary<Move['does']> = fc.oneof(
  { weight: 6, arbitrary: fc.constant('nextSigns' as const) },
  { weight: 4, arbitrary: fc.constantFrom('claim' as const, 'submit' as const, 'submit' as const) },
  { weight: 5, arbitrary: fc.constantFrom('sign' as const, 'return' as const, 'takeBack' as const) },
  { weight: 3, arbitrary: fc.constantFrom('revise' as const, 'recall' as const, 'onPaper' as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...(['release', 'delegate', 'delegate', 'freeze', 'unfreeze', 'again', 'again'] as const),
    ),
  },
);

const move: fc.Arbitrary<Move> = fc.record({
  who: fc.constantFrom(...(Object.keys(people) as Who[])),
  does: deeds,
  card: fc.constantFrom('now', 'now', 'now', 'short', 'before', 'other'),
  points: fc.constantFrom(25, 25, 25, 26),
  as: fc.constantFrom('own', 'own', 'own', 'chair', 'district', 'province'),
  step: fc.constantFrom(...steps),
  to: fc.constantFrom<Who[]>('member', 'member', 'academic', 'orathai', 'head'),
  flag: fc.boolean(),
  hours: fc.integer({ min: 1, max: 12 }),
});

export const anyMoves: fc.Arbitrary<readonly Move[]> = fc.array(move, {
  minLength: 8,
  maxLength: 38,
  size: 'max',
});

const usual: { readonly [step: string]: Who } = {
  chair: 'chair',
  district: 'head',
  province: 'provinceHead',
};

const levelAbove: { readonly [step: string]: Who } = {
  chair: 'head',
  district: 'provinceHead',
  province: 'department',
};
const whoIs = (person: PersonId): Who =>
  (Object.keys(people) as Who[]).find((one) => idOf(one) === person) ?? 'member';

/** Lets a machine decide all moves. */
export function play(rules: ReportRules<Content>, machine: Machine, moves: readonly Move[]): readonly Step[] {
  let present: Case = newReportCase(rules, unit, { year }, 2565);
  let ms = Date.parse('2022-08-01T02:00:00Z');
  const played: Step[] = [];
  for (const [at, move] of moves.entries()) {
    ms += move.hours * 3_600_000;
    const intent = intentOf(rules, present, move, at, new Date(ms), played);
    if (!intent) continue;
    const { record, outcome } = machine(present, intent);
    played.push({ before: present, intent, after: record, outcome });
    present = record;
  }
  return played;
}

function intentOf(
  rules: ReportRules<Content>,
  present: Case,
  move: Move,
  at: number,
  now: Date,
  played: readonly Step[],
): ReportIntent<Content> | undefined {
  if (move.does === 'again') return played[move.points % Math.max(played.length, 1)]?.intent;
  const stage = stageOf(present, rules);
  const waited = stage.kind === 'waits' ? stage.step.id : 'chair';
  const isNext = move.does === 'nextSigns';
  const who = actorOf(present, move, waited);
  const step = isNext || move.step === 'waited' ? waited : move.step;
  const acting = { id: `i${at}` as IntentId, by: idOf(who), name: people[who].name, at: now };
  const isUsual = isNext || move.as === 'own' || (move.does === 'delegate' && move.points === 25);
  const capacity = isUsual ? people[who].capacity : capacities[move.as];
  const receipt = `FL65-${at}` as Receipt;
  const shown = shownOn(present, isNext ? 'now' : move.card);
  const kind = isNext ? 'sign' : move.does;
  const { flag, points } = move;
  switch (kind) {
    case 'claim':
    case 'revise':
      return { ...acting, kind, draft: `d${at}`, takeOver: flag };
    case 'release':
      return { ...acting, kind, draft: present.holder?.draft ?? 'd' };
    case 'submit': {
      const draft = present.holder?.draft;
      const content = { points, remark: `${at}` };
      const held = draft !== undefined && { draft };
      return { ...acting, kind, receipt, content, ...held, ...(flag && move.card !== 'now' && { shown }) };
    }
    case 'recall':
      return { ...acting, kind, ...(flag && { draft: `d${at}` }) };
    case 'sign':
      return { ...acting, kind, step, shown, receipt, position: 'ตำแหน่ง', capacity };
    case 'onPaper':
      return {
        ...{ ...acting, kind, step, shown, receipt },
        signer: { name: 'สมชาย', position: 'ประธานกรรมการ' },
        photos: flag ? [photo] : [],
      };
    case 'takeBack': {
      const newest = present.revisions.at(-1)?.signatures.at(-1);
      const whose = newest?.person ?? newest?.onPaper?.by;
      return { ...acting, kind, ...(flag && whose !== undefined && { by: whose }) };
    }
    case 'return':
      return { ...acting, kind, shown, reason: points === 26 && flag ? ' ' : 'ไม่ตรง', photos: [], capacity };
    case 'delegate': {
      const to = { person: idOf(move.to), name: people[move.to].name };
      return { ...acting, kind, step, to, capacity, ...(flag && { until: day(now, 1) }) };
    }
    case 'freeze':
      return { ...acting, kind, from: day(now, 0), until: day(now, 1), reason: 'ตรวจสอบ', capacity };
    case 'unfreeze':
      return { ...acting, kind, capacity };
    default:
      return kind satisfies never;
  }
}

/** Often who is expected to act, so that a case goes far; otherwise anybody. */
function actorOf({ delegations }: Case, { does, who, points, flag }: Move, waited: string): Who {
  if (does === 'delegate' && points === 25) return levelAbove[waited] ?? who;
  if (does !== 'nextSigns') return who;
  const named = flag && delegations.find(({ step }) => step === waited);
  return named ? whoIs(named.to) : (usual[waited] ?? who);
}

const day = (now: Date, later: number): IsoDate =>
  new Date(now.getTime() + later * 86_400_000).toISOString().slice(0, 10) as IsoDate;

function shownOn({ revisions }: Case, card: Move['card']): string {
  const now = revisions.at(-1)?.hash ?? '0'.repeat(64);
  if (card === 'now') return now;
  if (card === 'short') return now.slice(0, 12);
  return card === 'before' ? (revisions.at(-2)?.hash ?? now) : 'f'.repeat(64);
}
