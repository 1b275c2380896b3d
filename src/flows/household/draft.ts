import type { CenterId, FiscalYear, HouseholdId } from '../../domain/ids.ts';
import type { Draft, Entry, Facts } from '../../engine/draft.ts';
import type { Form } from '../../engine/form.ts';
import type { DraftId, Json } from '../../engine/ids.ts';
import { toKey } from '../../engine/walk.ts';
import type { InboundEvent } from '../event.ts';
import type { Context, Decision } from '../flow.ts';
import { withOpenDraft } from '../form/openDraft.ts';
import { ask } from '../form/question.ts';
import type { FormTalk } from '../form/talk.ts';
import type { Person } from '../person.ts';
import { type Text, t } from '../reply.ts';

/** What a form about households is filled in for; without a household it is about the center. */
export type Subject = {
  readonly center: CenterId;
  readonly year: FiscalYear;
  readonly household?: HouseholdId;
};

/** Answers that are known when a form is begun. */
export type Given = readonly (readonly [key: string, value: Json])[];

/** A new draft about a household; what is known of it is frozen into the facts. */
export function newDraft(
  form: Form,
  subject: Subject,
  facts: Facts,
  given: Given,
  { id, at }: InboundEvent,
): Draft {
  const { center, year, household } = subject;
  return {
    id: draftIdOf(id),
    form: form.id,
    version: form.version,
    subject: { center, year: String(year), ...(household && { household }) },
    facts,
    log: given.map(([key, value]) => ({ do: 'answer', key: toKey(key), value, at, event: id })),
    misses: 0,
    startedAt: at,
    touchedAt: at,
  };
}

const draftIdOf = (event: InboundEvent['id']): DraftId => `household-${event}` as DraftId;

export const centerOf = ({ subject }: Draft): CenterId => (subject.center ?? '') as CenterId;
export const yearOf = ({ subject }: Draft): FiscalYear => Number(subject.year) as FiscalYear;
export const householdOf = ({ subject }: Draft): HouseholdId => (subject.household ?? '') as HouseholdId;
export const factText = ({ facts }: Draft, name: string): string => String(facts[name] ?? '');

/** The draft of a form that this person has begun about the same thing. */
export function draftAbout(
  person: Person,
  form: Form,
  { center, year, household }: Subject,
): Draft | undefined {
  return Object.values(person.drafts).findLast(
    (draft) =>
      draft.form === form.id &&
      centerOf(draft) === center &&
      yearOf(draft) === year &&
      draft.subject.household === household,
  );
}

/** Asks the first question of a new draft; one that was begun about the same thing goes on instead. */
export function begin(
  person: Person,
  talk: FormTalk,
  {
    subject,
    facts,
    given = [],
  }: { readonly subject: Subject; readonly facts: Facts; readonly given?: Given },
  event: InboundEvent,
  context: Context,
): Decision {
  const kept = draftAbout(person, talk.form, subject);
  const draft = kept ?? newDraft(talk.form, subject, facts, given, event);
  const notes: readonly Text[] = kept ? [t('common:resumed', { about: talk.about(draft) })] : [];
  return { person: withOpenDraft(person, draft), reply: ask(talk, draft, notes, context) };
}

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

/** What was noted beside a form, oldest first. */
export const notesIn = ({ log }: Draft, key: string): readonly Json[] =>
  log.flatMap((entry) => (entry.do === 'answer' && entry.key === key ? [entry.value] : []));
