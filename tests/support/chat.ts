import { createTurn } from '../../src/app/turn.ts';
import type { EventId } from '../../src/engine/ids.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import type { InboundEvent, What } from '../../src/kernel/event.ts';
import type { Intent, Outcome } from '../../src/kernel/intent.ts';
import type { Language, Person } from '../../src/kernel/person.ts';
import type { Readers } from '../../src/kernel/reads.ts';
import type { Option, Reply, Tap } from '../../src/kernel/reply.ts';
import type { FileId, IntentId } from '../../src/programme/ids.ts';
import { createTexts } from '../../src/text/texts.ts';
import { wordsOf } from './conversation.ts';
import { now, year } from './flowWorld.ts';
import { usualQuiet } from './hours.ts';
import { context } from './turn.ts';

const texts = createTexts();

type Office = {
  readonly readers: Readers;
  readonly perform: (person: Person, intent: Intent, id: IntentId) => Promise<Outcome>;
};

/** One person's chat with the whole bot: each event finds its flow, and what was decided comes back. */
export type Chat = {
  /** Types a text, several one after the other; what the last one was answered. */
  readonly says: (...texts: readonly string[]) => Promise<string>;
  /** Taps a button of the last reply by a part of its label. */
  readonly taps: (label: string) => Promise<string>;
  /** Taps a button of an earlier message. */
  readonly acts: (tap: Extract<Tap, { kind: 'act' }>) => Promise<string>;
  readonly sendsPhoto: (file: string) => Promise<string>;
  /** The labels of the buttons of the last reply. */
  readonly buttons: () => readonly string[];
  readonly person: () => Person;
  /** What was wanted of the office by the last event. */
  readonly intent: () => Intent | undefined;
};

let chats = 0;

export function chat(office: Office, who: Person, language: Language = 'th'): Chat {
  const name = `chat${chats++}`;
  const turn = createTurn({
    readers: office.readers,
    features: context.features,
    now: () => now,
    years: async () => ({ ...context, present: year }),
    texts,
    debtLimits: legalLimits,
    quiet: usualQuiet,
    servesFiles: true,
  });
  let person: Person = { ...who, language };
  let reply: Reply | undefined;
  let wanted: Intent | undefined;
  let events = 0;

  async function take(what: What, id = `${name}-${events++}`): Promise<string> {
    const event: InboundEvent = {
      ...{ id: id as EventId, who: person.id, lineUser: 'U1', at: now, receivedAt: now, redelivered: false },
      ...what,
    };
    const decision = await turn(event, person);
    // LINE delivered the reply at once.
    person = { ...decision.person, shown: { ...decision.person.shown, heardAt: now } };
    if (what.kind !== 'outcome') wanted = decision.intent;
    if (decision.reply) reply = decision.reply;
    if (decision.intent) {
      const outcome = await office.perform(person, decision.intent, id as IntentId);
      return take({ kind: 'outcome', outcome }, `${id}:outcome`);
    }
    return decision.reply ? wordsOf(decision.reply, person.language) : '';
  }

  return {
    says: async (...all) => {
      let words = '';
      for (const text of all) words = await take({ kind: 'text', text });
      return words;
    },
    taps: async (label) => {
      const option = options(reply).find((one) => texts.render(one.label, person.language).includes(label));
      if (!option || !('tap' in option)) throw new Error(`no button ${label}`);
      const { tap } = option;
      return tap.kind === 'say'
        ? take({ kind: 'text', text: texts.render(option.label, person.language) })
        : take({ kind: 'tap', tap });
    },
    acts: (tap) => take({ kind: 'tap', tap }),
    sendsPhoto: (file) => take({ kind: 'file', media: 'photo', file: file as FileId }),
    buttons: () => options(reply).map(({ label }) => texts.render(label, person.language)),
    person: () => person,
    intent: () => wanted,
  };
}

function options(reply: Reply | undefined): readonly Option[] {
  const onCards = (reply?.messages ?? []).flatMap((message) => {
    if (message.kind !== 'card') return [];
    const rows = message.card.blocks.flatMap((block) =>
      'option' in block && block.option ? [block.option] : [],
    );
    return [...(message.card.buttons ?? []), ...rows];
  });
  return [...(reply?.options ?? []), ...onCards];
}
