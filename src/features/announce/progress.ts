import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Option, said, type Text, t } from '../../kernel/reply.ts';
import { decodeContent } from './content.ts';
import { type Announcement, countsOf } from './record/announcement.ts';

const longestBeginning = 60;

/** How far one's announcements are that are under way, each with the button that stops it. */
export function progress(person: Person, announcements: readonly Announcement[]): Decision {
  const buttons = announcements
    .filter(({ state }) => state !== 'stopping')
    .map((one, place) => stopButton(one, announcements.length > 1 ? place + 1 : undefined));
  const again: Option = {
    label: t('announce:another'),
    tap: { kind: 'act', flow: 'announce', act: 'new' },
  };
  return {
    person: withoutPrompt(person),
    reply: {
      messages: [
        {
          kind: 'card',
          card: { heading: t('announce:underWay'), blocks: announcements.flatMap(blocksOf), buttons },
        },
      ],
      options: [...buttons, { label: t('commands:announce'), tap: { kind: 'say' } }, again],
    },
  };
}

function stopButton({ id }: Announcement, number: number | undefined): Option {
  const label = number === undefined ? t('commands:stopSending') : t('announce:stopNumber', { number });
  return { label, tap: { kind: 'act', flow: 'announce', act: 'stop', value: id } };
}

function blocksOf(announcement: Announcement): readonly Block[] {
  return [
    { kind: 'title', text: said(beginning(decodeContent(announcement.content).text)) },
    { kind: 'text', text: stateText(announcement) },
  ];
}

function stateText(announcement: Announcement): Text {
  const { state, from } = announcement;
  if (state === 'scheduled' && from) return t('announce:scheduled', { at: { instant: from } });
  const { sent, people } = countsOf(announcement);
  return t(state === 'stopping' ? 'announce:stopping' : 'announce:sending', { sent, count: people });
}

function beginning(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length > longestBeginning ? `${first.slice(0, longestBeginning)}…` : first;
}
