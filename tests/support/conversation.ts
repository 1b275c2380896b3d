import { legalLimits } from '../../src/domain/household/contract.ts';
import type { FileId } from '../../src/domain/ids.ts';
import type { EventId } from '../../src/engine/ids.ts';
import type { InboundEvent, What } from '../../src/flows/event.ts';
import type { Call, Decision, Flow } from '../../src/flows/flow.ts';
import type { Outcome } from '../../src/flows/intent.ts';
import { inviteFlow } from '../../src/flows/invite.ts';
import { levelFlow } from '../../src/flows/level/index.ts';
import type { Language, Person } from '../../src/flows/person.ts';
import { planFlow } from '../../src/flows/plan/index.ts';
import { receiptFlow } from '../../src/flows/receipt.ts';
import { registryFlow } from '../../src/flows/registry/index.ts';
import type { Option, Reply, Tap } from '../../src/flows/reply.ts';
import { summaryFlow } from '../../src/flows/summary/index.ts';
import { tasksFlow } from '../../src/flows/tasks.ts';
import { createRender } from '../../src/line/encode/render.ts';
import { createTexts } from '../../src/text/texts.ts';
import { gatherFrom, now, type Office, today, year } from './flowWorld.ts';

const texts = createTexts();
const render = createRender({ texts, photoUrl: () => undefined });

const flows: readonly Flow[] = [
  levelFlow,
  summaryFlow,
  receiptFlow,
  registryFlow,
  planFlow,
  tasksFlow,
  inviteFlow,
];

/** One person talking with the flows of an office, each turn as the shell would do it. */
export type Conversation = {
  readonly command: (flow: string, rest?: string, command?: string) => string;
  /** Types an answer to the open question. */
  readonly types: (text: string) => string;
  /** Taps the button whose label has these words. */
  readonly taps: (label: string) => string;
  readonly sendsPhoto: (file: string) => string;
  readonly sendsReceipt: (number: string) => string;
  readonly isTold: (flow: string, outcome: Outcome) => string;
  /** An old button, or one of somebody else's. */
  readonly act: (flow: string, act: string, value?: string) => string;
  readonly last: () => Decision;
};

export function conversation(office: () => Office, who: Person): Conversation {
  let person = who;
  let decision: Decision = { person };

  function turn(id: string, call: Call, event: InboundEvent): string {
    const flow = flows.find((one) => one.id === id);
    if (!flow) throw new Error(`no flow ${id}`);
    const { render, wordings } = texts;
    const context = { now, today, year, isOpen: () => true, wordings, render, debtLimits: legalLimits };
    const gathered = gatherFrom(office(), flow.needs?.(person, call, context) ?? {});
    decision = flow.decide(person, call, event, { ...context, gathered });
    person = decision.person;
    return decision.reply ? wordsOf(decision.reply, person.language) : '';
  }

  const happened = (what: What): InboundEvent => ({
    ...{ id: 'e1' as EventId, who: person.id, lineUser: 'U1', at: now, receivedAt: now, redelivered: false },
    ...what,
  });

  function answer(what: What): string {
    const { open } = person;
    if (open.kind !== 'prompt') throw new Error('no question is open');
    const event = happened(what);
    return turn(open.flow, { kind: 'answer', act: open.act, data: open.data, event }, event);
  }

  const act = (flow: string, name: string, value?: string): string =>
    turn(
      flow,
      { kind: 'act', act: name, ...(value === undefined ? {} : { value }) },
      happened({ kind: 'text', text: '' }),
    );

  return {
    command: (flow, rest = '', command = flow) =>
      turn(flow, { kind: 'command', command, rest }, happened({ kind: 'text', text: command })),
    types: (text) => answer({ kind: 'text', text }),
    sendsPhoto: (file) => answer({ kind: 'file', media: 'photo', file: file as FileId }),
    sendsReceipt: (number) => act('receipt', 'show', number),
    isTold: (flow, outcome) => {
      const event = happened({ kind: 'outcome', outcome });
      return turn(flow, { kind: 'event', event }, event);
    },
    taps: (label) => {
      const tap = tapOf(decision, label);
      return act(tap.flow, tap.act, tap.value);
    },
    act,
    last: () => decision,
  };
}

/** What a person reads: the text messages, and of cards the altText. */
export function wordsOf(reply: Reply, language: Language = 'th'): string {
  const messages = render(reply, language);
  if (!Array.isArray(messages)) throw new Error('no messages');
  return messages.map((message) => String(message.altText ?? message.text ?? '')).join('\n');
}

function tapOf({ reply }: Decision, label: string): Extract<Tap, { kind: 'act' }> {
  const options = reply ? optionsOf(reply) : [];
  const named = options.filter((option) => texts.render(option.label, 'th').includes(label));
  const [option] = named;
  if (!option || !('tap' in option) || option.tap.kind !== 'act') throw new Error(`no button ${label}`);
  return option.tap;
}

function optionsOf({ messages, options = [] }: Reply): readonly Option[] {
  const ofCards = messages.flatMap((message) => {
    if (message.kind !== 'card') return [];
    const rows = message.card.blocks.flatMap((block) => (block.kind === 'row' ? [block.option] : []));
    return [...rows, ...(message.card.buttons ?? [])];
  });
  return [...ofCards, ...options];
}
