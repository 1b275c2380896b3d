import type { NewRow } from '../../../src/app/ports.ts';
import type { Draft } from '../../../src/engine/draft.ts';
import type { DraftId, EventId, StepKey } from '../../../src/engine/ids.ts';
import {
  type AssessmentCase,
  type AssessmentReport,
  newAssessmentCase,
} from '../../../src/features/assessment/rules/assessmentCase.ts';
import { decideBook, type HouseholdBook, newBook } from '../../../src/features/household/rules/book.ts';
import type { Household, Join } from '../../../src/features/household/rules/household.ts';
import { decideJoin, householdId } from '../../../src/features/household/rules/join.ts';
import { type DebtReport, decideRound, newDebtReport } from '../../../src/features/household/rules/round.ts';
import { type Person, stranger } from '../../../src/kernel/person.ts';
import type { Outgoing, Pending, PersonRecord } from '../../../src/kernel/store.ts';
import type { Scope } from '../../../src/programme/area/areas.ts';
import type { Center } from '../../../src/programme/center/center.ts';
import type { CenterRecord } from '../../../src/programme/center/record.ts';
import type {
  CenterId,
  FiscalYear,
  IntentId,
  IsoDate,
  PersonId,
  Receipt,
} from '../../../src/programme/ids.ts';
import type { Binding, Role } from '../../../src/programme/people/actor.ts';
import type { Revision } from '../../../src/programme/report/revision.ts';
import { nothingAround } from '../../support/around.ts';

/** What must never be found in clear, wherever it was put. */
export const secrets = {
  lineUser: 'U0123456789abcdef0123456789abcdef',
  officer: 'สมหญิง ใจงาม',
  colleague: 'Wichai Thongdee',
  chair: 'นายบุญมี ศรีสุข',
  phone: '0812345678',
  typed: 'ข้อความลับที่พิมพ์มา',
  replyToken: 'nHuyWiB7yP5Zw52FIkcQobQuGDXCTA',
  answer: 'ตลาดนัดทุกวันพฤหัสบดี',
  aim: 'จัดอบรมกรรมการปีละสองครั้ง',
  code: 'K7Q2M4XA',
  head: 'นางทองใบ แสนดี',
  houseNo: '๒๑๔/๗ ซอยวัด',
  fund: 'กลุ่มออมทรัพย์บ้านหนองบัวลอย',
} as const;

export const year = 2565 as FiscalYear;
export const at = new Date('2022-08-01T02:00:00Z');
export const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
export const personId = (n: number) => `P${String(n).padStart(24, '0')}` as PersonId;
export const centerId = (n: number) => `C${String(n).padStart(6, '0')}` as CenterId;
export const eventId = (id: string) => id as EventId;
export const intentId = (id: string) => id as IntentId;
export const receipt = (id: string) => id as Receipt;

export const nation: Scope = { kind: 'nation' };
export const province = (name: string): Scope => ({ kind: 'province', province: name });
export const district = (name: string, of: string): Scope => ({
  kind: 'district',
  province: of,
  district: name,
});
export const scopeOf = ({ id, province, district }: Center): Scope => ({
  kind: 'center',
  province,
  district,
  center: id,
});

export function row(id: string, person: PersonId, changes: Partial<NewRow> = {}): NewRow {
  const body = {
    type: 'message',
    text: secrets.typed,
    replyToken: secrets.replyToken,
    userId: secrets.lineUser,
  };
  return { id: eventId(id), person, partition: 1, receivedAt: at, at, place: 0, body, ...changes };
}

export const binding = (role: Role, scope: Scope): Binding => ({ role, scope, since: at });

export function draft(id: string, answers: readonly number[] = []): Draft {
  return {
    id: id as DraftId,
    form: 'center-assessment',
    version: 2565,
    subject: { center: centerId(1) },
    facts: { lastYear: secrets.answer },
    log: answers.map((value, n) => ({
      key: `i${n + 1}` as StepKey,
      at: later(n),
      event: eventId(`${id}-${n}`),
      do: 'answer',
      value,
    })),
    misses: 0,
    startedAt: at,
    touchedAt: later(answers.length),
  };
}

export function person(n: number, changes: Partial<Person> = {}): Person {
  return {
    ...stranger(personId(n), secrets.lineUser),
    name: secrets.officer,
    consentedAt: at,
    ...changes,
  };
}

export const withDrafts = (...drafts: readonly Draft[]): Person['drafts'] =>
  Object.fromEntries(drafts.map((each) => [each.id, each]));

export function record(person: Person, rev: number, changes: Partial<PersonRecord> = {}): PersonRecord {
  return { person, rev, handled: [], outbox: [], pending: [], ...changes };
}

export function outgoing(id: string, firstAt: Date): Outgoing {
  return {
    id,
    event: eventId(id),
    reply: { messages: [{ kind: 'text', text: [{ said: secrets.typed }] }], asks: true },
    token: secrets.replyToken,
    tokenAt: firstAt,
    silent: false,
    attempts: 1,
    owner: 'a',
    firstAt,
    unknown: false,
  };
}

export const effect = (id: string, when: Date): Pending => ({
  id: eventId(id),
  intent: { kind: 'redeem', code: secrets.code },
  audits: [],
  at: when,
});

export function center(n: number, changes: Partial<Center> = {}): Center {
  return {
    id: centerId(n),
    key: `key ${n}`,
    name: `ศูนย์ที่ ${n}`,
    province: 'สกลนคร',
    district: 'วาริชภูมิ',
    subdistrict: 'วาริชภูมิ',
    moo: n,
    village: 'หนองบัว',
    founded: '2018-05-02' as IsoDate,
    chair: { name: secrets.chair, phone: secrets.phone },
    divisions: [],
    memberFunds: [],
    budgeted: true,
    newCenter: false,
    modelCenter: false,
    householdTarget: 8,
    ...changes,
  };
}

export const centerRecord = (of: Center): CenterRecord => ({
  center: of,
  rev: 1,
  outcomes: {},
  confirmations: [],
});

export const reportCase = (
  of: Center,
  changes: Partial<AssessmentCase> = {},
  inYear: FiscalYear = year,
): AssessmentCase => ({ ...newAssessmentCase(of, inYear, 2565), rev: 1, ...changes });

export function revision(number: string, level: 1 | 2 | 3 = 2): Revision<AssessmentReport> {
  return {
    no: 1,
    receipt: receipt(number),
    at: later(60),
    by: personId(1),
    byName: secrets.officer,
    draft: 'd1',
    content: {
      points: { 1: 2 },
      total: 26,
      level,
      percent: 61.9,
      answers: { market: secrets.answer },
      evidence: {},
      plan: [{ indicator: 1, aim: secrets.aim, who: secrets.chair, by: 'มีนาคม' }],
    },
    hash: 'the hash of it',
    signatures: [],
    since: later(60),
  };
}

/** A household that joined in the center of its number; others of that center have other ids. */
export function household(n: number, no = 1, name = `h${n}.${no}`): Household {
  const { id, province, district } = center(n);
  const join: Join = {
    id: intentId(name),
    by: personId(1),
    name: secrets.officer,
    at,
    center: id,
    year,
    head: secrets.head,
    houseNo: secrets.houseNo,
    members: 3,
    phone: secrets.phone,
    contracts: [{ fund: secrets.fund, outstandingSatang: 3_000_000, rateBasisPoints: 600, overdue: true }],
    outside: [{ lender: secrets.chair }],
  };
  const place = { center: id, province, district, no };
  return decideJoin(undefined, join, place).record;
}

/** The book of the center of that number, with one household in it. */
export function book(n: number): HouseholdBook {
  const { head, houseNo } = secrets;
  return decideBook(newBook(centerId(n)), {
    ...{ kind: 'enter', id: intentId(`h${n}`), by: personId(1), at, otherThan: [] },
    household: householdId(intentId(`h${n}.1`)),
    likeness: { head, houseNo },
  }).record;
}

/** A submitted round 1 of the center of that number. */
export function debtReport(n: number, number = `D${n}`, changes: Partial<DebtReport> = {}): DebtReport {
  const { id, province, district } = center(n);
  const empty = { ...newDebtReport({ center: id, province, district }, 1, year), ...changes };
  return decideRound(
    empty,
    {
      ...{ kind: 'submit', id: intentId(`d${n}`), by: personId(1), name: secrets.officer, at },
      receipt: receipt(number),
      material: { households: [household(n)], declined: 1, joinings: [] },
    },
    nothingAround,
  ).record;
}
