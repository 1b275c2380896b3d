import type { Center } from '../../programme/center/center.ts';
import type { CaseId, FileId } from '../../programme/ids.ts';
import type { Deed } from '../../programme/people/actor.ts';
import type { ReportCase } from '../../programme/report/case.ts';
import type { Revision } from '../../programme/report/revision.ts';
import type { ReportRules } from '../../programme/report/rules.ts';
import type { Contribution } from '../../programme/standing.ts';
import type { Forms } from '../forms.ts';
import type { Block, Option, Text } from '../reply.ts';
import type { AnyCase } from './cases.ts';

/** A kind of report, as its feature hands it over. */
export type ReportKind<C = unknown> = {
  readonly rules: ReportRules<C>;
  /** What a case says for the figures of its center. */
  counts(record: ReportCase<C, unknown>): readonly Contribution[];
  /** Any of these lets somebody see its reports, or their figures at least. */
  readonly seenBy: readonly Deed[];
  /** Any of these lets somebody read all that a report says; who signs it reads it as well. */
  readonly readBy: readonly Deed[];
  /** What is shown of a report to whoever sends the receipt of that revision. */
  received(record: ReportCase<C, unknown>, revision: Revision<C>, forms: Pick<Forms, 'talkOf'>): Received;
  /** What is shown of its newest revision to whoever is to sign it. */
  signed(record: ReportCase<C, unknown>, revision: Revision<C>, beside: Beside<C>): readonly Block[];
  /** The photos that were sent with what it says. */
  photos(content: C): readonly FileId[];
  /** What may be opened beside a report before it is signed, each by whoever may do its deed. */
  opens?(record: ReportCase<C, unknown>): readonly { readonly deed: Deed; readonly option: Option }[];
  /** How a case reads that releases kept as a record of this kind's own. @throws what is no such record. */
  before?(stored: unknown): ReportCase<C, unknown>;
};

/** A received report, to all who may see its reports: it holds no names of households. */
export type Received = {
  readonly what: Text;
  /** What it is about; absent where that is a center, which the registry names. */
  readonly about?: { readonly label: Text; readonly name: Text };
  readonly result: Text;
};

/** What is known besides the report that is signed. */
export type Beside<C = unknown> = {
  readonly forms: Pick<Forms, 'talkOf'>;
  /** Of the registry, where the report is about one. */
  readonly center?: Center;
  /** The same report of the period before. */
  readonly earlier?: ReportCase<C, unknown>;
};

/** The kinds of reports, by their ids. */
export type ReportKinds = ReadonlyMap<string, ReportKind>;

/** The kinds that features hand over. @throws where two claim one. */
export function reportKinds(features: readonly { readonly reports?: readonly ReportKind[] }[]): ReportKinds {
  const kinds = features.flatMap(({ reports = [] }) => reports);
  const byId = new Map(kinds.map((kind) => [kind.rules.id, kind]));
  if (byId.size < kinds.length) throw new Error('two features claim one kind of report');
  return byId;
}

/** What a case of any kind counts; of a kind that there is no more, nothing. */
export const countsIn =
  (kinds: ReportKinds) =>
  (record: AnyCase): readonly Contribution[] =>
    kinds.get(record.kind)?.counts(record) ?? [];

/** A case that a release kept as a record of its form's own. @throws where no feature reads such records. */
export const caseOfBefore =
  (kinds: ReportKinds) =>
  (form: string, stored: unknown): AnyCase => {
    const kind = [...kinds.values()].find(({ rules }) => rules.form === form);
    if (!kind?.before) throw new Error(`no feature reads what was kept of the form ${form}`);
    return kind.before(stored);
  };

/** The kind of the report of an id; none where no feature has its form. */
export const kindOfCase = (kinds: ReportKinds, id: CaseId): ReportKind | undefined =>
  [...kinds.values()].find(({ rules: { form } }) => id.includes(`:${form}:`));
