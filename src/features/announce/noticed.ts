import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Notice } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { waitsOf } from '../../kernel/waiting.ts';
import { covers } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { urgencyOf } from '../../programme/duty/urgency.ts';
import { type Audience, isAddressed } from '../../programme/people/audience.ts';
import { announcementReply } from './content.ts';
import { reportText } from './outcome.ts';

type Announced = Extract<Notice, { kind: 'announced' }>;
type Noticed = Announced | Extract<Notice, { kind: 'announcementOver' }>;

/** What an announcement comes to: with its author a report, with others a message that waits. */
export function announceNoticed(person: Person, notice: Noticed, rides: boolean, context: Context): Turn {
  switch (notice.kind) {
    case 'announced':
      return announced(person, notice, rides, context);
    case 'announcementOver': {
      const { text, stopped, counts } = notice;
      const head = t(stopped ? 'announce:wasStopped' : 'announce:wasSent', { text });
      const [counted, ...rest] = reportText(counts);
      return { person, reply: noticeReply([counted, head, ...rest], [says('announce')]) };
    }
    default:
      return notice satisfies never;
  }
}

/** Passed on while it is for this person: in a chosen role and area, and late where only those who are were meant. */
function announced(person: Person, notice: Announced, rides: boolean, { today }: Context): Turn {
  const { audience } = notice.content;
  if (!isAddressed(person.bindings, audience)) return { person };
  if (!audience.late) return passOn(person, notice, rides);
  return ask({ duties: read('dutiesOf', person) }, ({ duties }) =>
    isLateIn(audience, duties, today) ? passOn(person, notice, rides) : { person },
  );
}

const isLateIn = ({ areas }: Audience, duties: readonly Duty[], today: Context['today']): boolean =>
  duties.some(
    (duty) => urgencyOf(duty, today) === 'overdue' && areas.some((area) => covers(area, duty.about)),
  );

function passOn(person: Person, notice: Announced, rides: boolean): Decision {
  const { announcement, content } = notice;
  if (rides) return { person, reply: announcementReply(content) };
  // No push is left for it, so it waits for a reply from the first.
  const waits = waitsOf(`announcement:${announcement}`, { kind: 'notice', notice });
  return { person: { ...person, waiting: [...person.waiting, ...waits] } };
}
