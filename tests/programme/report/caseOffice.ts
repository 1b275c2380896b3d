import type { Scope } from '../../../src/programme/area/areas.ts';
import type {
  CenterId,
  FileId,
  FiscalYear,
  IntentId,
  PersonId,
  Receipt,
} from '../../../src/programme/ids.ts';
import type { Role } from '../../../src/programme/people/actor.ts';
import { newReportCase, type ReportCase } from '../../../src/programme/report/case.ts';
import { decideReport } from '../../../src/programme/report/decide/decideReport.ts';
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
    { id: 'chair', role: 'chair', act: 'acknowledge', onPaper: true, delegatedBy: 'districtHead' },
    { id: 'district', role: 'districtHead', act: 'certify', delegatedBy: 'provinceHead' },
    { id: 'province', role: 'provinceHead', act: 'certify', delegatedBy: 'department' },
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

/** A case of one center, and what people do with it, an hour after each other. */
export function openCase(rules: ReportRules<Content>, machine: Machine = decideReport(rules)) {
  let present: Case = newReportCase(rules, unit, { year }, 2565);
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
    const { record, outcome } = machine(present, intent);
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
      settle({ ...act(who), kind: 'return', shown, reason, photos: [photo], capacity: capacityOf(who) }),
    delegates: (who: Who, step: string, to: Who, until?: string) =>
      settle({
        ...act(who),
        kind: 'delegate',
        step,
        to: { person: idOf(to), name: people[to].name },
        capacity: capacityOf(who),
        ...(until !== undefined && { until: until as never }),
      }),
    freezes: (who: Who, from: string, until: string, reason = 'ตรวจสอบบัญชี') =>
      settle({
        ...act(who),
        kind: 'freeze',
        from: from as never,
        until: until as never,
        reason,
        capacity: capacityOf(who),
      }),
    unfreezes: (who: Who) => settle({ ...act(who), kind: 'unfreeze', capacity: capacityOf(who) }),
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
