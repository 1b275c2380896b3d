import { z } from 'zod';
import type { Attached } from '../../engine/attached.ts';
import { type Message, type Reply, said, t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';
import type { Binding } from '../../programme/people/actor.ts';
import type { Audience } from '../../programme/people/audience.ts';

/** What somebody wants to announce, and to whom. */
export type Wanted = { readonly audience: Audience; readonly text: string; readonly attachment?: Attached };

/** The same with whose word it is. */
export type AnnouncementContent = Wanted & {
  readonly by: string;
  readonly as: Pick<Binding, 'role' | 'scope'>;
};

const kept = z.custom<AnnouncementContent>(
  (value) => typeof value === 'object' && value !== null && 'audience' in value && 'as' in value,
);

/** As the record of an announcement keeps it, which does not look into it. */
export const encodeContent = (content: AnnouncementContent): string => JSON.stringify(content);
export const decodeContent = (content: string): AnnouncementContent => kept.parse(JSON.parse(content));

/**
 * How an announcement reads: without buttons, since it must not take those of an open question away. Who is meant for
 * being late is told what to type.
 */
export function announcementReply({ by, as, audience, text, attachment }: AnnouncementContent): Reply {
  const from = t('announce:from', { by: nameText(by), as: bindingText(as) });
  const words: Message = {
    kind: 'text',
    text: [from, said(text), ...(audience.late ? [t('announce:toTasks')] : [])],
  };
  return { messages: attachment ? [words, attachment] : [words] };
}
