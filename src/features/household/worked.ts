import type { Decision } from '../../kernel/decision.ts';
import { withFirst } from '../../kernel/form/question.ts';
import { openDraft } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import type { AtCenter } from './atCenter.ts';
import { askConflict } from './conflict.ts';
import { type Joined, joinedAs } from './debts.ts';
import type { HouseholdsOutcome } from './intent.ts';
import { nextAfter } from './next.ts';
import { managingStep } from './rules/steps.ts';
import { kept, refusedForm, type Settled } from './settled.ts';
import { showCenter, showHousehold } from './show.ts';
import { startForm } from './start.ts';
import { problemText } from './text/problem.ts';
import { resultText } from './text/result.ts';

type Worked = Extract<HouseholdsOutcome, { of: 'workHousehold' }>;

/** What became of the work with one household. */
export function worked(at: AtCenter, outcome: Worked): Settled {
  const { person, debts } = at;
  const { result, household } = outcome;
  const joined = joinedAs(debts, household);
  const draft = openDraft(person);
  if (!joined)
    return { ...showCenter(kept(person), debts, { notes: [t('household:notHere')] }), done: false };
  if (result.kind === 'refused') {
    const why = problemText(result.problem);
    const said = draft ? refusedForm(at, draft, why) : showHousehold(person, joined, debts, { notes: [why] });
    return { ...said, done: false };
  }
  const [conflict] = result.kind === 'changed' ? result.conflicts : [];
  if (result.kind === 'changed' && conflict && draft)
    return { ...askConflict(at, joined, draft, conflict, result.rev), done: false };
  return { ...said({ ...at, person: kept(person) }, joined, outcome), done: true };
}

function said(at: AtCenter, joined: Joined, { result }: Worked): Decision {
  const { person, debts } = at;
  const note = noteOf(result);
  // Managing the debt is told by its methods, so they are asked for at once.
  if (result.kind === 'stepLogged' && result.step === managingStep && joined.work.methods.length === 0) {
    const asked = startForm(at, 'methods', joined);
    return asked.reply ? { ...asked, reply: withFirst(asked.reply, note) } : asked;
  }
  return showHousehold(person, joined, debts, { notes: note, next: nextAfter(result, debts) });
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
