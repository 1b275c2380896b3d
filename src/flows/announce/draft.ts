import type { Scope } from '../../domain/area/areas.ts';
import type { Draft } from '../../engine/draft.ts';
import type { DraftId } from '../../engine/ids.ts';
import { areaPath } from '../area/path.ts';
import type { InboundEvent } from '../event.ts';
import type { Context, Decision } from '../flow.ts';
import { withOpenDraft } from '../form/openDraft.ts';
import { ask } from '../form/question.ts';
import { announcement as form } from '../forms/announcement.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';
import { announceTalk } from './talk.ts';

/** The announcement that this person has begun to write. */
export const begunBy = (person: Person): Draft | undefined =>
  Object.values(person.drafts).find((draft) => draft.form === form.id);

/** Asks the first question of a new announcement in an area; one that was begun goes on instead. */
export function begin(person: Person, area: Scope, event: InboundEvent, context: Context): Decision {
  const begun = begunBy(person);
  const draft = begun ?? newDraft(area, event, context);
  const notes = begun ? [t('common:resumed', { about: announceTalk.about(draft) })] : [];
  return { person: withOpenDraft(person, draft), reply: ask(announceTalk, draft, notes, context) };
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
