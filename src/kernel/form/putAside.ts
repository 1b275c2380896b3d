import type { Draft } from '../../engine/draft.ts';
import type { Decision } from '../decision.ts';
import type { Features } from '../features.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';
import { withoutDraft } from './openDraft.ts';
import { withFirst } from './question.ts';

/** The drafts whose form, or version of it, is not known (any more): no turn can go on with one. */
export const unknownDrafts = ({ drafts }: Person, { isKnown }: Pick<Features, 'isKnown'>): readonly Draft[] =>
  Object.values(drafts).filter((draft) => !isKnown(draft));

/** The person as a turn takes them: these drafts are out of the way, with their answers. */
export const asideFrom = (person: Person, drafts: readonly Draft[]): Person =>
  drafts.reduce<Person>(
    (rest, draft) => ({
      ...withoutDraft(rest, draft.id, { draft: draft.id, what: 'putAside' }),
      putAside: [...(rest.putAside ?? []), draft],
    }),
    person,
  );

/**
 * Says that drafts were put aside, and lets go of what they held, with the first reply of a turn that wants nothing
 * itself; until then they stay where they were.
 */
export function tellAside(decision: Decision, before: Person, drafts: readonly Draft[]): Decision {
  const { person, reply, intent } = decision;
  if (drafts.length === 0 || !person.consentedAt) return decision;
  if (!reply || intent) return { ...decision, person: backWith(person, before, drafts) };
  return {
    ...decision,
    reply: withFirst(reply, [t('common:putAside')]),
    intent: { kind: 'releaseDrafts', drafts: drafts.map(({ id }) => id) },
  };
}

/** The drafts as they were, but for those begun anew under the same id. */
function backWith(person: Person, before: Person, drafts: readonly Draft[]): Person {
  const { putAside: _tried, ...rest } = person;
  const still = drafts.filter(({ id }) => !person.drafts[id]);
  return {
    ...rest,
    ...(before.putAside && { putAside: before.putAside }),
    drafts: { ...Object.fromEntries(still.map((draft) => [draft.id, draft])), ...person.drafts },
    closed: person.closed.filter(
      ({ draft, what }) => what !== 'putAside' || !still.some(({ id }) => id === draft),
    ),
  };
}
