import fc from 'fast-check';
import type { IntentId, IsoDate, PersonId, Receipt } from '../../../src/programme/ids.ts';
import type { Role } from '../../../src/programme/people/actor.ts';
import type { DeputyTerm } from '../../../src/programme/people/deputy.ts';
import type { Around } from '../../../src/programme/report/around.ts';
import { newReportCase } from '../../../src/programme/report/case.ts';
import type { ReportIntent } from '../../../src/programme/report/intent.ts';
import type { ReportRules } from '../../../src/programme/report/rules.ts';
import { stageOf } from '../../../src/programme/report/stage.ts';
import {
  type AroundKept,
  aroundOf,
  type Case,
  type Content,
  capacities,
  freezing,
  idOf,
  type Machine,
  naming,
  nothingKept,
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
  readonly does: ReportIntent<Content>['kind'] | 'again' | 'nextSigns' | 'name' | 'freeze' | 'lift';
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
      ...(['release', 'takeOverOffice', 'name', 'name', 'freeze', 'lift', 'again', 'again'] as const),
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

const levelAboveIn: { readonly [step: string]: Who } = {
  chair: 'head',
  district: 'provinceHead',
  province: 'department',
};
type Situation = {
  readonly at: number;
  readonly now: Date;
  readonly played: readonly Step[];
  readonly around: Around;
};

const whoIs = (person: PersonId): Who =>
  (Object.keys(people) as Who[]).find((one) => idOf(one) === person) ?? 'member';

/** Lets a machine decide all moves. */
export function play(rules: ReportRules<Content>, machine: Machine, moves: readonly Move[]): readonly Step[] {
  let present: Case = newReportCase(rules, unit, { year }, 2565);
  let ms = Date.parse('2022-08-01T02:00:00Z');
  let kept = nothingKept;
  const played: Step[] = [];
  for (const [at, move] of moves.entries()) {
    ms += move.hours * 3_600_000;
    kept = keptAfter(kept, present, move, { rules, at, now: new Date(ms) });
    const around = aroundOf(kept);
    const intent = intentOf(rules, present, move, { at, now: new Date(ms), played, around });
    if (!intent) continue;
    const { record, outcome } = machine(present, intent, around);
    played.push({ before: present, intent, after: record, outcome, around });
    present = record;
  }
  return played;
}

function intentOf(
  rules: ReportRules<Content>,
  present: Case,
  move: Move,
  { at, now, played, around }: Situation,
): ReportIntent<Content> | undefined {
  if (move.does === 'name' || move.does === 'freeze' || move.does === 'lift') return undefined;
  if (move.does === 'again') return played[move.points % Math.max(played.length, 1)]?.intent;
  const stage = stageOf(present, rules);
  const waited = stage.kind === 'waits' ? stage.step.id : 'chair';
  const isNext = move.does === 'nextSigns';
  const who = actorOf(around, move, roleOf(rules, waited), waited);
  const step = isNext || move.step === 'waited' ? waited : move.step;
  const acting = { id: `i${at}` as IntentId, by: idOf(who), name: people[who].name, at: now };
  const isUsual = isNext || move.as === 'own';
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
    case 'takeOverOffice':
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
      return {
        ...{ ...acting, kind, receipt, shown, photos: [], capacity },
        reason: points === 26 && flag ? ' ' : 'ไม่ตรง',
      };
    default:
      return kind satisfies never;
  }
}

/** Often who is expected to act, so that a case goes far; otherwise anybody. */
function actorOf({ deputies }: Around, { does, who, flag }: Move, role: Role, waited: string): Who {
  if (does !== 'nextSigns') return who;
  const named = flag && deputies.find((one) => one.role === role);
  return named ? whoIs(named.to) : (usual[waited] ?? who);
}

const roleOf = ({ chain }: ReportRules<Content>, step: string): Role =>
  chain.find(({ id }) => id === step)?.role ?? 'chair';

/** What is kept around the case after a move; most moves change nothing of it. */
function keptAfter(
  kept: AroundKept,
  present: Case,
  { does, who, to, points, flag, step }: Move,
  { rules, at, now }: { readonly rules: ReportRules<Content>; readonly at: number; readonly now: Date },
): AroundKept {
  const stage = stageOf(present, rules);
  const waited = stage.kind === 'waits' && step === 'waited' ? stage.step.id : step;
  const acting = { id: `a${at}` as IntentId, by: idOf(who), name: people[who].name, at: now };
  const { capacity } = people[who];
  switch (does) {
    case 'name': {
      const namer = points === 25 ? (levelAboveIn[waited] ?? who) : who;
      const term: DeputyTerm = flag
        ? { kind: 'until', until: day(now, 1) }
        : { kind: 'reports', reports: [present.id] };
      const role = roleOf(rules, waited);
      return naming(kept, { ...acting, by: idOf(namer), who: namer, role, to, term, holders: [] }).next;
    }
    case 'freeze': {
      const dates = { from: day(now, 0), until: day(now, 1), reason: 'ตรวจสอบ' };
      return freezing(kept, { ...acting, kind: does, ...dates, capacity }).next;
    }
    case 'lift':
      return freezing(kept, { ...acting, kind: does, capacity }).next;
    default:
      return kept;
  }
}

const day = (now: Date, later: number): IsoDate =>
  new Date(now.getTime() + later * 86_400_000).toISOString().slice(0, 10) as IsoDate;

function shownOn({ revisions }: Case, card: Move['card']): string {
  const now = revisions.at(-1)?.hash ?? '0'.repeat(64);
  if (card === 'now') return now;
  if (card === 'short') return now.slice(0, 12);
  return card === 'before' ? (revisions.at(-2)?.hash ?? now) : 'f'.repeat(64);
}
