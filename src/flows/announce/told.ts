import { isAddressed, mayRemindIn } from '../../domain/announcement/audience.ts';
import type { Decision } from '../flow.ts';
import type { Notice } from '../notice.ts';
import type { Person } from '../person.ts';
import { type Text, t } from '../reply.ts';
import { announcementReply } from './content.ts';
import { reportText } from './outcome.ts';

type Told = Extract<Notice, { kind: 'announced' | 'announcementOver' | 'remindersOver' }>;

/** What an announcement or a reminder comes to: with its author a report, with others a message that waits. */
export function told(person: Person, notice: Told): Decision {
  switch (notice.kind) {
    case 'announced': {
      const { announcement, content } = notice;
      if (!isAddressed(person.bindings, content.audience)) return { person };
      // Of a notice that waits only the first message rides along.
      const waiting = announcementReply(content).messages.map((message, place) => ({
        id: `announcement:${announcement}:${place}`,
        reply: { messages: [message] },
      }));
      return { person: { ...person, waiting: [...person.waiting, ...waiting] } };
    }
    case 'announcementOver': {
      const { text, stopped, counts } = notice;
      const head = t(stopped ? 'announce:wasStopped' : 'announce:wasSent', { text });
      return plain(person, [head, ...reportText(counts)]);
    }
    case 'remindersOver': {
      const { areas, counts } = notice;
      const { sent, kept, skipped, merged, failed } = counts;
      const wasNobody = Object.values(counts).every((count) => count === 0);
      if (wasNobody && !mayRemindIn(person.bindings, areas))
        return plain(person, [t('announce:remindersNotYours')]);
      return plain(person, [t('announce:remindersOver', { sent, kept, skipped, merged, failed })]);
    }
    default:
      return notice satisfies never;
  }
}

const plain = (person: Person, text: readonly Text[]): Decision => ({
  person,
  reply: { messages: [{ kind: 'text', text }] },
});
