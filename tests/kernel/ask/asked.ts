import type { EventId } from '../../../src/engine/ids.ts';
import { type Answering, onAnswer, pose, type Question } from '../../../src/kernel/ask/question.ts';
import { isAsking } from '../../../src/kernel/asking.ts';
import type { Decision } from '../../../src/kernel/decision.ts';
import type { InboundEvent, What } from '../../../src/kernel/event.ts';
import { type Option, optionsIn, said } from '../../../src/kernel/reply.ts';
import { createTexts } from '../../../src/text/texts.ts';
import { wordsOf } from '../../support/conversation.ts';
import { now, personAs } from '../../support/flowWorld.ts';

const { render } = createTexts();
const { id: who } = personAs();
const head = { id: 'e1' as EventId, who, lineUser: 'U1', at: now, receivedAt: now, redelivered: false };

/** A question that was asked; what it is answered with is said back as `= <JSON>`. */
export function asked<V>(question: Question<V>) {
  let last: Decision = pose(personAs(), question);
  let isShown = true;

  const turn = (call: Answering): string => {
    const person = { ...last.person, shown: { options: [], asks: isShown } };
    const text = (value: V) => [said(`= ${JSON.stringify(value)}`)];
    const turned = onAnswer(person, call, question, (value) => ({
      person,
      reply: { messages: [{ kind: 'text', text: text(value) }] },
    }));
    if (isAsking(turned)) throw new Error('something is read');
    last = turned;
    isShown = true;
    return words();
  };
  const happens = (what: What): string => {
    const event: InboundEvent = { ...head, ...what };
    return turn({ kind: 'answer', act: question.act, data: data(), event });
  };
  const words = () => (last.reply ? wordsOf(last.reply) : '');
  const data = () => (last.person.open.kind === 'prompt' ? last.person.open.data : {});
  const options = (): readonly Option[] => (last.reply ? optionsIn(last.reply) : []);

  return {
    words,
    data,
    labels: () => options().map(({ label }) => render(label, 'th')),
    types: (text: string) => happens({ kind: 'text', text }),
    sends: happens,
    taps: (label: string) => {
      const option = options().find((one) => render(one.label, 'th').includes(label));
      if (!option || !('tap' in option) || option.tap.kind !== 'act') throw new Error(`no button ${label}`);
      const { act, value = '' } = option.tap;
      return turn({ kind: 'act', act, value });
    },
    /** A button, maybe an old one. */
    tapsOld: (value: string) => turn({ kind: 'act', act: question.act, value }),
    /** Another question is asked. */
    isLeft: () => {
      last = { ...last, person: { ...last.person, open: { kind: 'nothing' } } };
    },
    /** Something else is shown meanwhile. */
    isCovered: () => {
      isShown = false;
    },
  };
}
