import type { Draft } from '../../engine/draft.ts';
import type { DraftId } from '../../engine/ids.ts';
import { areaPath } from '../../kernel/area/path.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Context } from '../../kernel/flow.ts';
import { withOpenDraft } from '../../kernel/form/openDraft.ts';
import { questionReply } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import { announcement as form } from './form.ts';
import { announceTalk } from './talk.ts';

/** The announcement that this person has begun to write. */
export const begunBy = (person: Person): Draft | undefined =>
  Object.values(person.drafts).find((draft) => draft.form === form.id);

/** Asks the first question of a new announcement in an area; one that was begun goes on instead. */
export function begin(person: Person, area: Scope, event: InboundEvent, context: Context): Decision {
  const begun = begunBy(person);
  const draft = begun ?? newDraft(area, event, context);
  const notes = begun ? [t('common:resumed', { about: announceTalk.about(draft) })] : [];
  return { person: withOpenDraft(person, draft), reply: questionReply(announceTalk, draft, notes, context) };
}

function newDraft(area: Scope, { id, at }: InboundEvent, { year, servesFiles }: Context): Draft {
  return {
    id: `announce-${id}` as DraftId,
    form: form.id,
    version: form.version,
    subject: { area: areaPath(area), year: String(year) },
    facts: { servesFiles },
    log: [],
    misses: 0,
    startedAt: at,
    touchedAt: at,
  };
}
