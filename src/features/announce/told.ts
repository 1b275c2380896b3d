import type { Context, Decision } from '../../kernel/flow.ts';
import type { Notice } from '../../kernel/notice.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { waitsOf } from '../../kernel/waiting.ts';
import { covers } from '../../programme/area/areas.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import { type AnnouncementContent, announcementReply } from './content.ts';
import { reportText } from './outcome.ts';
import { isAddressed } from './record/audience.ts';

type Told = Extract<Notice, { kind: 'announced' | 'announcementOver' }>;

/** What an announcement comes to: with its author a report, with others a message that waits. */
export function told(person: Person, notice: Told, rides: boolean, context: Context): Decision {
  switch (notice.kind) {
    case 'announced': {
      const { announcement, content } = notice;
      if (!isMeant(person, content, context)) return { person };
      if (rides) return { person, reply: announcementReply(content) };
      // No push is left for it, so it waits for a reply from the first.
      const waits = waitsOf(`announcement:${announcement}`, { kind: 'notice', notice });
      return { person: { ...person, waiting: [...person.waiting, ...waits] } };
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

/** Whether it is still for this person: in a chosen role and area, and late where only those who are were meant. */
function isMeant(
  { bindings }: Person,
  { audience }: AnnouncementContent,
  { gathered, today }: Context,
): boolean {
  const isLate = gathered.duties.some(
    (duty) => urgencyOf(duty, today) === 'overdue' && audience.areas.some((area) => covers(area, duty.about)),
  );
  return isAddressed(bindings, audience) && (!audience.late || isLate);
}

const plain = (person: Person, text: readonly Text[]): Decision => ({
  person,
  reply: { messages: [{ kind: 'text', text }] },
});
