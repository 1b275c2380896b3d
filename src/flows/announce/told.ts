import { isAddressed } from '../../domain/announcement/audience.ts';
import type { Decision } from '../flow.ts';
import type { Notice } from '../notice.ts';
import type { Person } from '../person.ts';
import { type Text, t } from '../reply.ts';
import { announcementReply } from './content.ts';
import { reportText } from './outcome.ts';

type Told = Extract<Notice, { kind: 'announced' | 'announcementOver' }>;

/** What an announcement comes to: with its author a report, with others a message that waits. */
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
    default:
      return notice satisfies never;
  }
}

const plain = (person: Person, text: readonly Text[]): Decision => ({
  person,
  reply: { messages: [{ kind: 'text', text }] },
});
