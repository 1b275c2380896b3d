import type { Platform, SentMessage } from '../../../src/simulator/index.ts';
import { actionsIn, type TapAction } from '../../../src/simulator/taps.ts';
import { samplePeople } from '../../../src/trial/samplePeople.ts';
import type { Script } from './script.ts';

/** How many messages a walk took, part by part, and all that they were answered. */
export type Walked = { readonly parts: readonly PartWalked[]; readonly heard: string };
export type PartWalked = { readonly name: string; readonly sent: number };

/** Told of each act with its answer. */
export type Hear = (act: string, answer: string) => void;

/** Walks through a script, each act after the answer to the one before; `typed` taps nothing and types the labels. */
export async function walk(platform: Platform, script: Script, typed: boolean, hear: Hear): Promise<Walked> {
  const parts: PartWalked[] = [];
  const heard: string[] = [];
  let last: readonly SentMessage[] = [];
  for (const { name, acts } of script) {
    for (const act of acts) {
      try {
        if (act.kind === 'taps' && typed) expectSeen(last, act.what);
        const tap = act.kind === 'taps' && !typed ? buttonOf(last, act.what) : undefined;
        last = await answerTo(platform, userOf(act.who), act.what, tap);
        heard.push(wordsOf(last));
        hear(tap ? `[${act.what}]` : act.what, wordsOf(last));
      } catch (cause) {
        throw new Error(`“${act.what}” went wrong after:\n${wordsOf(last)}`, { cause });
      }
    }
    parts.push({ name, sent: acts.length });
  }
  return { parts, heard: heard.join('\n') };
}

async function answerTo(
  platform: Platform,
  userId: string,
  what: string,
  tap: TapAction | undefined,
): Promise<readonly SentMessage[]> {
  const { data, text = what, displayText } = tap ?? {};
  const { webhookEventId: event } = await (data === undefined
    ? platform.sendText(userId, text)
    : platform.tap(userId, { data, ...(displayText !== undefined && { displayText }) }));
  await platform.waitFor(userId, ({ inReplyTo }) => inReplyTo === event);
  return platform.messagesTo(userId).filter(({ inReplyTo }) => inReplyTo === event);
}

/** What has this label in the last answer; nobody is sent up to older cards. */
function buttonOf(last: readonly SentMessage[], label: string): TapAction {
  const found = actionsIn(last).find((one) => one.label === label);
  if (!found) throw new Error(`the last answer has no button “${label}”`);
  return found;
}

/** A label is typed only where the last answer says it besides its quick replies, which LINE for PC does not show. */
function expectSeen(last: readonly SentMessage[], label: string): void {
  const shown = last.map(({ message: { quickReply: _hidden, ...rest } }) => rest);
  if (!JSON.stringify(shown).includes(label)) throw new Error(`nothing on a PC says “${label}”`);
}

function userOf(who: string): string {
  const found = samplePeople.find(({ name }) => name.startsWith(`${who} `));
  if (!found) throw new Error(`the samples have no ${who}`);
  return found.userId;
}

const wordsOf = (messages: readonly SentMessage[]): string =>
  messages.map(({ message }) => String(message.altText ?? message.text ?? '')).join('\n');
