import type { What } from '../../src/kernel/event.ts';
import type { Option, Tap } from '../../src/kernel/reply.ts';
import { createTexts } from '../../src/text/texts.ts';
import { messagesOf } from '../support/conversation.ts';
import type { Heard } from './world.ts';

const texts = createTexts();

/** What LINE for PC shows of a reply: its words, and what the buttons and rows of its cards say; no quick replies. */
type Screen = { readonly words: string; readonly labels: ReadonlySet<string> };

export function screenOf({ person, reply }: Pick<Heard, 'person' | 'reply'>): Screen {
  const words: string[] = [];
  const labels = new Set<string>();
  const look = (value: unknown, key = ''): void => {
    if (key === 'quickReply') return;
    if (typeof value === 'string' && (key === 'text' || key === 'altText')) words.push(value);
    if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === 'object' && value !== null) {
      const { action } = value as { readonly action?: Action };
      if (action)
        for (const said of [action.displayText, action.text, action.label]) if (said) labels.add(said);
      for (const [name, inner] of Object.entries(value)) if (name !== 'action') look(inner, name);
    }
  };
  look(messagesOf(reply, person.language));
  return { words: words.join('\n'), labels };
}

type Action = { readonly label?: string; readonly text?: string; readonly displayText?: string };

/** Whether words say what is to be typed: set apart from what stands beside it. */
function says(words: string, label: string): boolean {
  const parted = (text: string) => ` ${text.replaceAll(/[\s“”"(),:·;.]+/gu, ' ').trim()} `;
  return parted(words).includes(parted(label));
}

const navigation = ['back', 'cancel', 'help', 'menu'].map((name) => `commands:${name}`);

/** What a question needs and a person at a PC finds nowhere. Photos and dates are sent and typed there. */
export function hiddenOnPc(heard: Heard): readonly string[] {
  // Below what is passed on as it is nothing may stand; the words that lead on are those of the menu.
  if (heard.reply.messages.every((message) => message.kind === 'text' && message.alone)) return [];
  const screen = screenOf(heard);
  return (heard.reply.options ?? []).flatMap((option) => {
    const label = texts.render(option.label, heard.person.language);
    const isKnown = 'pick' in option || ('key' in option.label && navigation.includes(option.label.key));
    return isKnown || screen.labels.has(label) || says(screen.words, label) ? [] : [label];
  });
}

/** A person at a PC taps what is on a card, and types what words name, or what is always understood. */
export function atPc(heard: Heard | undefined, option: Option, tap: Tap): What {
  const label = texts.render(option.label, heard?.person.language ?? 'th');
  if (heard && screenOf(heard).labels.has(label) && tap.kind !== 'say') return { kind: 'tap', tap };
  if (heard && hiddenOnPc(heard).includes(label)) throw new Error(`nothing on a PC says ${label}`);
  return { kind: 'text', text: label };
}
