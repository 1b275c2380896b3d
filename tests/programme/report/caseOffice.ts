import type { Scope } from '../../../src/programme/area/areas.ts';
import { scopeAround } from '../../../src/programme/duty/step.ts';
import type {
  CenterId,
  FileId,
  FiscalYear,
  IntentId,
  IsoDate,
  PersonId,
  Receipt,
} from '../../../src/programme/ids.ts';
import { type Role, scopeKindOf } from '../../../src/programme/people/actor.ts';
import type { DeputyOutcome, DeputyTerm } from '../../../src/programme/people/deputy.ts';
import { nameDeputy } from '../../../src/programme/people/nameDeputy.ts';
import { newSeat, type Seat } from '../../../src/programme/people/seat.ts';
import type { Around } from '../../../src/programme/report/around.ts';
import { newReportCase, type ReportCase } from '../../../src/programme/report/case.ts';
import { decideReport } from '../../../src/programme/report/decide/decideReport.ts';
import {
  type AreaFreeze,
  decideFreeze,
  type FreezeIntent,
  newAreaFreeze,
} from '../../../src/programme/report/freeze.ts';
import type { Acting, ReportIntent } from '../../../src/programme/report/intent.ts';
import type { CaseOutcome } from '../../../src/programme/report/outcome.ts';
import type { Capacity, Revision } from '../../../src/programme/report/revision.ts';
import type { ReportRules } from '../../../src/programme/report/rules.ts';
import { stageOf } from '../../../src/programme/report/stage.ts';
import type { Unit } from '../../../src/programme/report/unit.ts';

/** A report says its points; a remark helps to make it. */
export type Content = { readonly points: number; readonly remark?: string };
export type Case = ReportCase<Content>;
export type Machine = (
  present: Case,
  intent: ReportIntent<Content>,
  around: Around,
) => { record: Case; outcome: CaseOutcome };

const common = {
  unit: 'center',
  every: 'year',
  says: ({ points }: Content) => ({ points }),
  figures: { points: ({ points }: Content) => points },
} as const;

export const assessment: ReportRules<Content> = {
  ...common,
  id: 'assessment',
  form: 'center-assessment',
  supplements: false,
  chain: [
    { id: 'chair', role: 'chair', act: 'acknowledge', onPaper: true },
    { id: 'district', role: 'districtHead', act: 'certify' },
    { id: 'province', role: 'provinceHead', act: 'certify' },
  ],
};
export const assessmentOfToday: ReportRules<Content> = { ...assessment, chain: [] };
/** Composed from the households as they are. */
export const roundOfToday: ReportRules<Content> = {
  ...common,
  id: 'debt1',
  form: 'debt1',
  supplements: true,
  chain: [],
};
export const roundWithChain: ReportRules<Content> = { ...roundOfToday, chain: assessment.chain.slice(1) };

const province = 'ปราจีนบุรี';
const district = 'กบินทร์บุรี';
const center = 'C4K7Q2M' as CenterId;
export const unit: Unit = { kind: 'center', province, district, center };
export const year = 2565 as FiscalYear;

const scopes = {
  center: { kind: 'center', province, district, center },
  district: { kind: 'district', province, district },
  otherDistrict: { kind: 'district', province, district: 'นาดี' },
  province: { kind: 'province', province },
  nation: { kind: 'nation' },
} as const satisfies { readonly [name: string]: Scope };

const seat = (name: string, role: Role, scope: Scope) => ({ name, capacity: { role, scope } });
/** Those who have to do with the report, and two who have not. */
export const people = {
  orathai: seat('อรทัย', 'officer', scopes.district),
  wichai: seat('วิชัย', 'officer', scopes.district),
  chair: seat('สมชาย', 'chair', scopes.center),
  head: seat('มาลี', 'districtHead', scopes.district),
  otherHead: seat('ปรีชา', 'districtHead', scopes.otherDistrict),
  academic: seat('อารี', 'province', scopes.province),
  provinceHead: seat('ประสิทธิ์', 'provinceHead', scopes.province),
  department: seat('นภา', 'department', scopes.nation),
  member: seat('บุญมี', 'officer', scopes.otherDistrict),
} as const;
export type Who = keyof typeof people;
export const idOf = (who: Who): PersonId => `P-${who}` as PersonId;
export const photo = 'F1' as FileId;
export const capacities = {
  chair: people.chair.capacity,
  district: people.head.capacity,
  province: people.provinceHead.capacity,
} as const;

/** What is kept around the case: whether its province is frozen, and its seats by their roles. */
export type AroundKept = {
  readonly frozen: AreaFreeze;
  readonly seats: { readonly [role: string]: Seat };
};
export const nothingKept: AroundKept = { frozen: newAreaFreeze(scopes.province), seats: {} };

export const aroundOf = ({ frozen, seats }: AroundKept): Around => ({
  freezes: frozen.freeze ? [frozen.freeze] : [],
  deputies: Object.values(seats).flatMap(({ deputies = [] }) => deputies),
});

export function freezing(kept: AroundKept, intent: FreezeIntent, decide = decideFreeze) {
  const { record, outcome } = decide(kept.frozen, intent);
  return { next: { ...kept, frozen: record }, outcome };
}

type Naming = Acting & {
  readonly who: Who;
  readonly role: Role;
  readonly to: Who;
  readonly term: DeputyTerm;
  readonly holders: readonly Who[];
};

export function naming(
  kept: AroundKept,
  { id, at, who, role, to, term, holders }: Naming,
): { readonly next: AroundKept; readonly outcome: DeputyOutcome } {
  const { name: byName, capacity } = people[who];
  const { record, outcome } = nameDeputy(
    kept.seats[role] ?? newSeat(role),
    { role, scope: scopeAround(unit, scopeKindOf[role]) },
    {
      ...{ id, by: idOf(who), byName, at, capacity, term, holders: holders.map(idOf) },
      to: { person: idOf(to), name: people[to].name },
    },
  );
  return { next: { ...kept, seats: { ...kept.seats, [role]: record } }, outcome };
}

/** A case of one center, and what people do with it, an hour after each other. */
export function openCase(rules: ReportRules<Content>, machine: Machine = decideReport(rules)) {
  let present: Case = newReportCase(rules, unit, { year }, 2565);
  let kept = nothingKept;
  let now = new Date('2022-08-01T02:00:00Z');
  let count = 0;

  const act = (who: Who): Acting => ({
    id: `i${++count}` as IntentId,
    by: idOf(who),
    name: people[who].name,
    at: now,
  });
  const receipt = () => `FL65-${count}` as Receipt;

  function settle(intent: ReportIntent<Content>): CaseOutcome {
    const { record, outcome } = machine(present, intent, aroundOf(kept));
    present = record;
    now = new Date(now.getTime() + 3_600_000);
    return outcome;
  }
  const last = (): Revision<Content> | undefined => present.revisions.at(-1);
  const hash = () => last()?.hash ?? 'nothing was submitted';
  const capacityOf = (who: Who): Capacity => people[who].capacity;

  return {
    settle,
    act,
    last,
    hash,
    get present() {
      return present;
    },
    get stage() {
      return stageOf(present, rules);
    },
    signedSteps: () => last()?.signatures.map(({ step }) => step),
    goTo: (instant: string) => {
      now = new Date(instant);
    },
    claims: (who: Who, takeOver = false) => {
      const acting = act(who);
      return settle({ ...acting, kind: 'claim', draft: `d-${acting.id}`, takeOver });
    },
    revises: (who: Who, takeOver = false) => {
      const acting = act(who);
      return settle({ ...acting, kind: 'revise', draft: `d-${acting.id}`, takeOver });
    },
    releases: (who: Who, draft: string) => settle({ ...act(who), kind: 'release', draft }),
    /** From the draft that is held. */
    submits: (who: Who, points: number, more: { readonly remark?: string; readonly shown?: string } = {}) => {
      const { shown, ...rest } = more;
      return settle({
        ...act(who),
        kind: 'submit',
        receipt: receipt(),
        content: { points, ...rest },
        draft: present.holder?.draft ?? 'd-forgotten',
        ...(shown !== undefined && { shown }),
      });
    },
    /** From records, without a draft. */
    sends: (who: Who, points: number, more: { readonly remark?: string; readonly shown?: string } = {}) => {
      const { shown, ...rest } = more;
      return settle({
        ...act(who),
        kind: 'submit',
        receipt: receipt(),
        content: { points, ...rest },
        ...(shown !== undefined && { shown }),
      });
    },
    recalls: (who: Who) => {
      const acting = act(who);
      return settle({ ...acting, kind: 'recall', draft: `d-${acting.id}` });
    },
    signs: (who: Who, step: string, shown = hash(), as: Partial<Capacity> = {}) =>
      settle({
        ...act(who),
        kind: 'sign',
        step,
        shown,
        receipt: receipt(),
        position: `ตำแหน่งของ${people[who].name}`,
        capacity: { ...capacityOf(who), ...as },
      }),
    recordsOnPaper: (who: Who, step: string, photos: readonly FileId[] = [photo]) =>
      settle({
        ...act(who),
        kind: 'onPaper',
        step,
        shown: hash(),
        receipt: receipt(),
        signer: { name: 'สมชาย', position: 'ประธานกรรมการ' },
        photos,
      }),
    takesBack: (who: Who) => settle({ ...act(who), kind: 'takeBack' }),
    returns: (who: Who, reason = 'ตัวเลขไม่ตรง', shown = hash()) =>
      settle({
        ...{ ...act(who), kind: 'return', receipt: receipt(), shown, reason },
        ...{ photos: [photo], capacity: capacityOf(who) },
      }),
    /** For this report, or to the end of a day; the people of the seat are those who are given. */
    names: (who: Who, role: Role, to: Who, until?: string, holders: readonly Who[] = []) => {
      const term: DeputyTerm =
        until === undefined
          ? { kind: 'reports', reports: [present.id] }
          : { kind: 'until', until: until as IsoDate };
      const { next, outcome } = naming(kept, { ...act(who), who, role, to, term, holders });
      kept = next;
      return outcome;
    },
    freezes: (who: Who, from: string, until: string, reason = 'ตรวจสอบบัญชี') => {
      const wanted = { kind: 'freeze', from: from as IsoDate, until: until as IsoDate, reason } as const;
      const { next, outcome } = freezing(kept, { ...act(who), ...wanted, capacity: capacityOf(who) });
      kept = next;
      return outcome;
    },
    lifts: (who: Who) => {
      const { next, outcome } = freezing(kept, { ...act(who), kind: 'lift', capacity: capacityOf(who) });
      kept = next;
      return outcome;
    },
  };
}

/** A case that was claimed and submitted by the first officer. */
export function submittedCase(rules = assessment) {
  const one = openCase(rules);
  one.claims('orathai');
  one.submits('orathai', 26);
  return one;
}

/** A case that went through its whole chain. */
export function lockedCase() {
  const one = submittedCase();
  one.signs('chair', 'chair');
  one.signs('head', 'district');
  one.signs('provinceHead', 'province');
  return one;
}
