import type { DraftId, EventId } from '../../src/engine/ids.ts';
import type { Decision } from '../../src/kernel/decision.ts';
import type { InboundEvent, What } from '../../src/kernel/event.ts';
import type { Call } from '../../src/kernel/flow.ts';
import type { Outcome } from '../../src/kernel/intent.ts';
import type { Notice } from '../../src/kernel/notice.ts';
import type { Language, Person } from '../../src/kernel/person.ts';
import type { Option, Reply, Tap } from '../../src/kernel/reply.ts';
import type { Tick } from '../../src/kernel/tick.ts';
import { createRender } from '../../src/line/encode/render.ts';
import { bangkokDate } from '../../src/programme/calendar/calendar.ts';
import type { FileId } from '../../src/programme/ids.ts';
import { createTexts } from '../../src/text/texts.ts';
import { now, type Office, today } from './flowWorld.ts';
import { context, decidedIn } from './turn.ts';

const texts = createTexts();
const fileUrl = (file: string) => `https://fundline.example/files/${file}`;
const render = createRender({ texts, photoUrl: () => undefined, fileUrl });

/** One person talking with the flows of an office, each turn as the shell would do it. */
export type Conversation = {
  readonly command: (flow: string, rest?: string, command?: string) => Promise<string>;
  /** Types an answer to the open question. */
  readonly types: (text: string) => Promise<string>;
  /** Taps the button whose label has these words. */
  readonly taps: (label: string) => Promise<string>;
  readonly sendsPhoto: (file: string) => Promise<string>;
  readonly sendsDocument: (file: string, name: string) => Promise<string>;
  readonly sendsReceipt: (number: string) => Promise<string>;
  readonly isTold: (flow: string, outcome: Outcome) => Promise<string>;
  /** The clock strikes. */
  readonly ticks: (tick: Tick, rides?: true) => Promise<string>;
  /** Somebody's act concerns this person; or it waited and rides along now. */
  readonly hears: (notice: Notice, rides?: true) => Promise<string>;
  /** An old button, or one of somebody else's. */
  readonly act: (flow: string, act: string, value?: string) => Promise<string>;
  readonly last: () => Decision;
};

export function conversation(office: () => Office, who: Person): Conversation {
  let person = who;
  let decision: Decision = { person };

  async function turn(id: string, call: Call, event: InboundEvent): Promise<string> {
    const { flowOf, isFlow } = context.features;
    if (!isFlow(id)) throw new Error(`no flow ${id}`);
    // By the clock of the run; `ahead` is how long after its instant a tick comes.
    const at = event.kind === 'tick' ? new Date(event.tick.at.getTime() + event.tick.ahead) : now;
    const days = { now: at, today: event.kind === 'tick' ? bangkokDate(at) : today };
    decision = await decidedIn(
      office(),
      flowOf(id).decide(person, call, event, { ...context, ...days }),
      person,
    );
    person = remembering(decision, person);
    return decision.reply ? wordsOf(decision.reply, person.language) : '';
  }

  let count = 0;
  const happened = (what: What): InboundEvent => ({
    ...{
      id: `e${++count}` as EventId,
      who: person.id,
      lineUser: 'U1',
      at: now,
      receivedAt: now,
      redelivered: false,
    },
    ...what,
  });

  async function answer(what: What): Promise<string> {
    const { open } = person;
    const event = happened(what);
    if (open.kind === 'draft') return turn('form', { kind: 'event', event }, event);
    if (open.kind !== 'prompt') throw new Error('no question is open');
    return turn(open.flow, { kind: 'answer', act: open.act, data: open.data, event }, event);
  }

  const act = (flow: string, name: string, value?: string, draft?: DraftId): Promise<string> =>
    turn(
      flow,
      { kind: 'act', act: name, ...(value === undefined ? {} : { value }), ...(draft ? { draft } : {}) },
      happened({ kind: 'text', text: '' }),
    );

  return {
    command: (flow, rest = '', command = flow) =>
      turn(flow, { kind: 'command', command, rest }, happened({ kind: 'text', text: command })),
    types: (text) => answer({ kind: 'text', text }),
    sendsPhoto: (file) => answer({ kind: 'file', media: 'photo', file: file as FileId }),
    sendsDocument: (file, name) => answer({ kind: 'file', media: 'file', file: file as FileId, name }),
    sendsReceipt: (number) => act('receipt', 'show', number),
    isTold: (flow, outcome) => {
      const event = happened({ kind: 'outcome', outcome });
      return turn(flow, { kind: 'event', event }, event);
    },
    ticks: (tick, rides) => {
      const event = happened({ kind: 'tick', tick, ...(rides && { rides }) });
      return turn('clock', { kind: 'event', event }, event);
    },
    hears: (notice, rides) => {
      const event = happened({ kind: 'notice', notice, ...(rides && { rides }) });
      return turn('people', { kind: 'event', event }, event);
    },
    taps: async (label) => {
      const tap = tapOf(decision, label);
      return tap.kind === 'answer'
        ? act('form', 'answer', `${tap.step}=${tap.value}`, tap.draft)
        : act(tap.flow, tap.act, tap.value, tap.draft);
    },
    act,
    last: () => decision,
  };
}

/** The question of an open prompt is kept, to be asked again. */
function remembering({ person, reply }: Decision, before: Person): Person {
  const message = reply?.messages.at(-1);
  if (person.open.kind !== 'prompt' || person.open === before.open || !reply?.asks || !message) return person;
  const question = { message, options: reply.options ?? [] };
  return { ...person, shown: { ...person.shown, asks: true, question } };
}

/** The LINE messages of a reply. */
export function messagesOf(reply: Reply, language: Language = 'th') {
  const messages = render(reply, language);
  if (!Array.isArray(messages)) throw new Error('no messages');
  return messages;
}

/** What a person reads: the text messages, and of cards the altText. */
export function wordsOf(reply: Reply, language: Language = 'th'): string {
  return messagesOf(reply, language)
    .map((message) => String(message.altText ?? message.text ?? ''))
    .join('\n');
}

function tapOf({ reply }: Decision, label: string): Exclude<Tap, { kind: 'say' }> {
  const options = reply ? optionsOf(reply) : [];
  const named = options.filter((option) => texts.render(option.label, 'th').includes(label));
  const [option] = named;
  if (!option || !('tap' in option) || option.tap.kind === 'say') throw new Error(`no button ${label}`);
  return option.tap;
}

function optionsOf({ messages, options = [] }: Reply): readonly Option[] {
  const ofCards = messages.flatMap((message) => {
    if (message.kind !== 'card') return [];
    const rows = message.card.blocks.flatMap((block) =>
      'option' in block && block.option ? [block.option] : [],
    );
    return [...rows, ...(message.card.buttons ?? [])];
  });
  return [...ofCards, ...options];
}
