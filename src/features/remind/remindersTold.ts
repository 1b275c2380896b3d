import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Notice } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import type { Person } from '../../kernel/person.ts';
import { countsText } from '../../kernel/reach.ts';
import { t } from '../../kernel/reply.ts';
import { mayInAll } from '../../programme/people/actor.ts';
import { remindOthers } from './deeds.ts';

/** To who ordered reminders: what became of them, or that nobody was reminded, the area being another's by then. */
export function remindersTold(
  person: Person,
  { areas, counts }: Extract<Notice, { kind: 'remindersOver' }>,
): Decision {
  const wasNobody = Object.values(counts).every((count) => count === 0);
  const text =
    wasNobody && !mayInAll(person.bindings, remindOthers, areas)
      ? t('remind:notYours')
      : t('remind:over', { counts: countsText(counts) });
  return { person, reply: noticeReply([text], [says('whySilent')]) };
}
