import { tell } from '../../kernel/ask/tell.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import { withOpenDraft } from '../../kernel/form/openDraft.ts';
import { reviewReply } from '../../kernel/form/review.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { announceTalk } from './talk.ts';

/** Sends what the open preview shows; an older card does nothing by itself but lead to the present one. */
export function send(person: Person, announcement: string | undefined): Turn {
  const { open } = person;
  const isAsked = open.kind === 'prompt' && open.flow === 'announce' && open.act === 'send';
  if (!isAsked || open.data.of !== announcement) return outdated(person);
  const { of = '', draft = '', people = '', from = '' } = open.data;
  const at = from === '' ? undefined : new Date(from);
  return {
    person,
    intent: {
      kind: 'sendAnnouncement',
      announcement: of,
      draft,
      shown: Number(people),
      ...(at && { from: at }),
    },
  };
}

/** A no shows what was written, to be changed. */
export function leave(person: Person, draftId: string | undefined, context: Context): Decision {
  const draft = draftOf(person, draftId);
  if (!draft) return tell(person, [t('reach:notSent')], [says('announce')]);
  return {
    person: withOpenDraft(person, draft),
    reply: reviewReply(announceTalk, draft, context),
  };
}

function outdated(person: Person): Turn {
  const draft = Object.values(person.drafts).find(({ form }) => form === announceTalk.form.id);
  if (draft) return { person: withOpenDraft(person, draft), intent: announceTalk.submit(draft) };
  return ask({ underWay: read('announcementsOf', person.id) }, ({ underWay }) => {
    const why = t(underWay.length > 0 ? 'announce:alreadyGoing' : 'announce:cardGone');
    return tell(person, [why], [says('announce')]);
  });
}
