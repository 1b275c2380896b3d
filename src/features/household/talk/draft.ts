import { z } from 'zod';
import { type Draft, type Entry, type Facts, isBegun } from '../../../engine/draft.ts';
import type { Form } from '../../../engine/form.ts';
import type { DraftId, Json } from '../../../engine/ids.ts';
import { toKey, walk } from '../../../engine/walk.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { InboundEvent } from '../../../kernel/event.ts';
import type { Context } from '../../../kernel/flow.ts';
import { withOpenDraft, withoutDraft } from '../../../kernel/form/openDraft.ts';
import { questionReply } from '../../../kernel/form/question.ts';
import type { FormTalk } from '../../../kernel/form/talk.ts';
import { ofYear } from '../../../kernel/ofYear.ts';
import type { Person } from '../../../kernel/person.ts';
import { type Text, t } from '../../../kernel/reply.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { CenterId, FiscalYear, HouseholdId } from '../../../programme/ids.ts';
import type { CenterUnit } from '../../../programme/report/unit.ts';

/** What a form about households is filled in for; without a household it is about the center. */
export type Subject = {
  readonly unit: CenterUnit;
  readonly year: FiscalYear;
  readonly household?: HouseholdId;
};

/** A form about a center itself. */
export const subjectIn = (
  { id: center, province, district }: Pick<Center, 'id' | 'province' | 'district'>,
  year: FiscalYear,
): Subject => ({ unit: { kind: 'center', province, district, center }, year });

/** Answers that are known when a form is begun; nothing for a question that was skipped. */
export type Given = readonly (readonly [key: string, value: Json | undefined])[];

/** What stands in a form before anything is asked: answers, what may be left out, and the end of a list. */
export type Known =
  | { readonly do: 'answer'; readonly key: string; readonly value: Json }
  | { readonly do: 'skip' | 'end'; readonly key: string };

/** A new draft about a household; what is known of it is frozen into the facts. */
export function newDraft(
  form: Form,
  subject: Subject,
  facts: Facts,
  given: Given,
  { id, at }: InboundEvent,
  known: readonly Known[] = [],
): Draft {
  const { unit, year, household } = subject;
  const { center, province, district } = unit;
  return {
    id: draftIdOf(id),
    form: form.id,
    version: form.version,
    subject: { center, province, district, year: String(year), ...(household && { household }) },
    facts,
    log: [
      ...known.map((one): Entry => ({ ...one, key: toKey(one.key), at, event: id, known: true })),
      ...given.map(([key, value]): Entry => {
        const entry = { key: toKey(key), at, event: id };
        return value === undefined ? { do: 'skip', ...entry } : { do: 'answer', value, ...entry };
      }),
    ],
    misses: 0,
    startedAt: at,
    touchedAt: at,
  };
}

const draftIdOf = (event: InboundEvent['id']): DraftId => `household-${event}` as DraftId;

export const centerOf = ({ subject }: Draft): CenterId => (subject.center ?? '') as CenterId;
/** Its center with district and province, as they were when it was begun; drafts of before do not say them. */
export function unitOf({ subject: { center, province, district } }: Draft): CenterUnit | undefined {
  if (!center || !province || !district) return undefined;
  return { kind: 'center', province, district, center: center as CenterId };
}
export const yearOf = ({ subject }: Draft): FiscalYear => Number(subject.year) as FiscalYear;
export const householdOf = ({ subject }: Draft): HouseholdId => (subject.household ?? '') as HouseholdId;
export const factText = ({ facts }: Draft, name: string): string => String(facts[name] ?? '');

/** The drafts of a form that this person has begun about the same thing. */
const draftsAbout = (
  person: Person,
  form: Form,
  { unit: { center }, year, household }: Subject,
): readonly Draft[] =>
  Object.values(person.drafts).filter(
    (draft) =>
      draft.form === form.id &&
      centerOf(draft) === center &&
      yearOf(draft) === year &&
      draft.subject.household === household,
  );

/** The person without drafts in which nothing was answered. */
function withoutEmpty(person: Person, drafts: readonly Draft[]): Person {
  const empty = drafts.filter((draft) => !isBegun(draft));
  return empty.reduce((so, { id }) => withoutDraft(so, id, { draft: id, what: 'deleted' }), person);
}

/** Asks the first question of a new draft; one that was begun about the same thing goes on instead. */
export function begin(
  person: Person,
  talk: FormTalk,
  {
    subject,
    facts,
    given = [],
    known = [],
    telling,
    notes: more = [],
  }: {
    readonly subject: Subject;
    readonly facts: Facts;
    readonly given?: Given;
    readonly known?: readonly Known[];
    /** Whether it is said first what the form is about; its questions do not name it. */
    readonly telling: boolean;
    /** What else is said before its first question. */
    readonly notes?: readonly Text[];
  },
  event: InboundEvent,
  context: Context,
): Decision {
  const begun = draftsAbout(person, talk.form, subject);
  const kept = begun.findLast(isBegun);
  const draft = kept ? renewed(kept, facts) : newDraft(talk.form, subject, facts, given, event, known);
  const about = ofYear(talk.about(draft), subject.year, context.year);
  // The card of what is complete from the beginning names it, and shows it in a few words.
  const isComplete = known.length > 0 && walk(talk.form, draft, talk.derived).open === undefined;
  const begin: readonly Text[] = telling && !isComplete ? [t('household:begun', { about })] : [];
  const notes = kept ? [t('common:resumed', { about })] : begin;
  return {
    person: withOpenDraft(withoutEmpty(person, begun), draft),
    reply: questionReply(talk, draft, [...notes, ...more], context, { isReviewed: isComplete }),
  };
}

/** What is known of the household may have changed since; what a change of it is based on stays what was seen. */
const renewed = (draft: Draft, facts: Facts): Draft => ({
  ...draft,
  facts: { ...facts, ...(draft.facts.rev === undefined ? {} : { rev: draft.facts.rev }) },
});

/** A line of the log that is no answer to a question of the form: what was said beside it. */
export function withNote(
  draft: Draft,
  key: string,
  value: Json,
  { at, event }: Pick<Entry, 'at' | 'event'>,
): Draft {
  const entry: Entry = { do: 'answer', key: toKey(key), value, at, event };
  return { ...draft, log: [...draft.log, entry] };
}

const strings = z.array(z.string()).readonly();
/** Texts that a draft's facts hold. */
export const textsIn = ({ facts }: Draft, name: string): readonly string[] =>
  strings.safeParse(facts[name]).data ?? [];

/** What was noted beside a form, oldest first. */
export const notesIn = ({ log }: Draft, key: string): readonly Json[] =>
  log.flatMap((entry) => (entry.do === 'answer' && entry.key === key ? [entry.value] : []));
