import { andThen, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { withFirst } from '../../kernel/form/question.ts';
import { openDraft } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { askConflict } from './conflict.ts';
import { type Joined, joinedAs } from './debts.ts';
import { goOn } from './goOn.ts';
import type { HouseholdsOutcome } from './intent.ts';
import { nextAfter } from './next.ts';
import { managingStep } from './rules/steps.ts';
import { kept, refusedForm } from './settled.ts';
import { showCenter, showHousehold } from './show.ts';
import { startForm } from './start.ts';
import { problemText } from './text/problem.ts';
import { resultText } from './text/result.ts';

type Worked = Extract<HouseholdsOutcome, { of: 'workHousehold' }>;

/** What became of the work with one household; `done` goes on with what was done. */
export function worked(at: AtCenter, outcome: Worked, done: (decision: Decision) => Decision): Turn {
  const { person, debts } = at;
  const { result, household } = outcome;
  const joined = joinedAs(debts, household);
  const draft = openDraft(person);
  if (!joined) return showCenter(kept(person), debts, { notes: [t('household:notHere')] });
  if (result.kind === 'refused') {
    const why = problemText(result.problem);
    return draft ? refusedForm(at, draft, why) : showHousehold(person, joined, debts, { notes: [why] });
  }
  const [conflict] = result.kind === 'changed' ? result.conflicts : [];
  if (result.kind === 'changed' && conflict && draft)
    return askConflict(at, joined, draft, conflict, result.rev);
  const goesOn = draft?.onwards === true;
  return andThen(said({ ...at, person: kept(person) }, joined, { outcome, goesOn }), done);
}

type Said = { readonly outcome: Worked; readonly goesOn: boolean };

function said(at: AtCenter, joined: Joined, { outcome: { result }, goesOn }: Said): Turn {
  const { person, debts } = at;
  const note = noteOf(result);
  // Managing the debt is told by its methods, so they are asked for at once; who goes on begins with the planned ones.
  if (result.kind === 'stepLogged' && result.step === managingStep && joined.work.methods.length === 0) {
    if (goesOn) return goOn(at, { kind: 'form', act: 'methods', joined, more: 'planned' }, note);
    const asked = startForm(at, 'methods', joined);
    return asked.reply ? { ...asked, reply: withFirst(asked.reply, note) } : asked;
  }
  const next = nextAfter(result, debts);
  const [first] = next;
  return goesOn && first
    ? goOn(at, first, note)
    : showHousehold(person, joined, debts, { notes: note, next });
}

function noteOf(result: Worked['result']): readonly Text[] {
  switch (result.kind) {
    case 'changed':
      return [t('household:kept.changed')];
    case 'stepLogged':
      return [t('household:kept.step', { step: result.step })];
    case 'resultStated': {
      const { reducedSatang } = result.result;
      const params = { result: resultText(result.result), amount: { baht: reducedSatang } };
      return [t(reducedSatang > 0 ? 'household:kept.reduced' : 'household:kept.result', params)];
    }
    case 'resultWithdrawn':
      return [t('household:kept.withdrawn')];
    case 'reopened':
      return [t('household:kept.reopened')];
    case 'closed':
      return [t('household:kept.closed', { why: t(`household:closedAs.${result.closing.why}`) })];
    default:
      return [];
  }
}
