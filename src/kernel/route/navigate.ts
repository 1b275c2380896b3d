import type { Draft } from '../../engine/draft.ts';
import type { Move } from '../ask/prompt.ts';
import { tell } from '../ask/tell.ts';
import type { Decision } from '../decision.ts';
import { says } from '../feature.ts';
import type { Call, Context, Flow } from '../flow.ts';
import { aboutOf } from '../form/about.ts';
import { askAgain } from '../form/askAgain.ts';
import { draftOf, type Person } from '../person.ts';
import { type Text, t } from '../reply.ts';

type Prompt = Extract<Person['open'], { kind: 'prompt' }>;

/**
 * The words of navigation while a flow's own question is open: they act on that question, and on the form in
 * progress where none is. The form's own questions are the form's.
 */
export function navigating(form: Flow): Flow {
  return {
    ...form,
    decide: (person, call, event, context) => {
      const move = moveOf(person, call);
      const { isFlow, flowOf } = context.features;
      if (move && isFlow(move.flow)) return flowOf(move.flow).decide(person, move.call, event, context);
      return inPrompt(person, call, context) ?? form.decide(person, call, event, context);
    },
  };
}

/** The open question of a flow other than the form's, where a word of navigation was said. */
function promptOf({ open }: Person, call: Call): Prompt | undefined {
  return call.kind === 'command' && open.kind === 'prompt' && open.flow !== 'form' ? open : undefined;
}

/** Where `ย้อนกลับ` and `ข้าม` lead from a prompt that keeps it. */
function moveOf(person: Person, call: Call): { readonly flow: string; readonly call: Call } | undefined {
  const prompt = promptOf(person, call);
  const move = moves.find((one) => call.kind === 'command' && call.command === one);
  const kept = move && prompt?.data[move];
  if (!prompt || !kept) return undefined;
  const [step = '', ...value] = kept.split(' ');
  const [act = '', flow = prompt.flow] = step.split('@');
  return { flow, call: { kind: 'act', act, value: value.join(' ') } };
}

const moves: readonly Move[] = ['back', 'skip'];

function inPrompt(person: Person, call: Call, context: Context): Decision | undefined {
  const prompt = promptOf(person, call);
  if (!prompt || call.kind !== 'command') return undefined;
  switch (call.command) {
    case 'cancel':
      return left(person, prompt, context);
    case 'skip':
      return { person, reply: askAgain(person, [t('common:mustAnswer')], context) };
    case 'back':
      return { person, reply: askAgain(person, [t('common:noWayBack')], context) };
    default:
      return undefined;
  }
}

/** The question is left without an answer. */
function left(person: Person, { flow, data }: Prompt, context: Context): Decision {
  const { features } = context;
  const draft = draftOf(person, data.draft);
  if (draft) return leftOpen(person, draft, aboutOf(features.talkOf(draft), draft, context));
  const again = features.startedBy(flow);
  return tell(person, [t('common:leftPrompt')], again ? [says(again)] : []);
}

/** What was filled in was not sent, but it is kept. */
const leftOpen = (person: Person, draft: Draft, about: Text): Decision =>
  tell({ ...person, lastDraft: draft.id }, [t('common:leftDraft', { about })], [says('continue')]);
