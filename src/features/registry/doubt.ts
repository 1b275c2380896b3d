import type { Json } from '../../engine/ids.ts';
import { goBack } from '../../kernel/ask/goBack.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf, onAnswer, pose, type Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import { markOfEntry } from '../../programme/center/record.ts';
import { showCard } from './card.ts';
import { type Confirmed, doubtersIn } from './confirmed.ts';
import { type Entry, entryKey, toCard } from './field.ts';
import { reasonStep } from './fieldSteps.ts';

/** `ไม่ถูกต้อง`: why? `seen` is the mark of what was shown. */
function whyNot(entry: Entry, seen: string, context: Context): Question<Json> {
  return typedValue({
    ...{ flow: 'registry', act: 'reason', of: `${entryKey(entry)} ${seen}`, keep: toCard(entry) },
    text: [t('registry:doubt.why', { center: said(entry.center.name) })],
    values: stepValues(reasonStep, (reason) => said(String(reason)), context),
    options: [goBack],
  });
}

/** The same of an entry that was chosen from the list, as it is now. */
export const askWhyNot = (person: Person, entry: Entry, context: Context): Decision =>
  pose(person, whyNot(entry, markOfEntry(entry.center), context));

/** Asks why the entry is not correct, and has that said to the officers of its district. */
export function doubted(
  person: Person,
  call: Answering,
  entry: Entry,
  confirmed: Confirmed,
  context: Context,
): Turn {
  const { center, year } = entry;
  const as = doubtersIn(person, center, confirmed);
  const [, seen] = aboutOf(call);
  // Whom it waits for stands on the card.
  if (as.length === 0 || !seen) return showCard(person, center, confirmed);
  const why = whyNot(entry, seen, context);
  if (call.act === 'doubt') return pose(person, why);
  return onAnswer(person, call, why, (reason) => ({
    person: withoutPrompt(person),
    intent: {
      ...{ kind: 'doubtCenter', center: center.id, year, as },
      ...{ reason: String(reason), seen },
    },
  }));
}
