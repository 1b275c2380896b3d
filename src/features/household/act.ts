import type { Turn } from '../../kernel/asking.ts';
import type { Call } from '../../kernel/flow.ts';
import { t } from '../../kernel/reply.ts';
import { alikeAct, isAlikeAct } from './alike.ts';
import { toCenter } from './answer.ts';
import type { AtCenter } from './atCenter.ts';
import { batchAct, isBatchAct, showBatch } from './batch/batch.ts';
import { changesAct, isChangesAct } from './changes/changes.ts';
import { conflictAct, isConflictAct } from './conflict.ts';
import { type Joined, joinedAs } from './debts.ts';
import { chooseTarget, isMoveAct, moveAct } from './move.ts';
import { notNow } from './purpose.ts';
import { askReason, isReasonAct, isWithdrawAct, withdrawAct } from './reason.ts';
import { isRoundAct, roundAct } from './round/round.ts';
import { centerSteps, debtSteps } from './rules/steps.ts';
import { showCenter, showHousehold } from './show.ts';
import { isFormAct, openForm, startCenterStep } from './start.ts';
import type { Given } from './talk/draft.ts';
import { plannedMethods } from './talk/planned.ts';

/** A button of a card: `<center>/<what it is about>`. */
export function act(at: AtCenter, call: Extract<Call, { kind: 'act' }>): Turn {
  const { person, debts } = at;
  const value = call.value ?? '';
  const about = value.split('/').slice(1).join('/');
  const joined = joinedAs(debts, about.split('/')[0]);
  if (call.act === 'center') return showCenter(person, debts, { page: Number(about) || 0 });
  if (call.act === 'number') return toCenter(at, about);
  if (call.act === 'open' && joined) return showHousehold(person, joined, debts);
  if (call.act === 'whole' && joined) return showHousehold(person, joined, debts, { whole: true });
  const refusal = notNow(at);
  if (refusal) return refusal;
  const centerStep = centerSteps.find((step) => String(step) === about);
  if (call.act === 'centerStep' && centerStep) return startCenterStep(at, centerStep);
  if (call.act === 'lines') return showBatch(at, about);
  if (isBatchAct(call.act)) return batchAct(at, call.act, about);
  if (isChangesAct(call.act)) return changesAct(at, call.act);
  if (isRoundAct(call.act)) return roundAct(at, call.act, about);
  if (isAlikeAct(call.act)) return alikeAct(at, call.act, about);
  if (!joined) return showCenter(person, debts, { notes: [t('household:notHere')] });
  if (isConflictAct(call.act)) return conflictAct(at, call.act, joined, about.split('/')[1]);
  if (isMoveAct(call.act)) return moveAct(at, call.act, joined, about.split('/').slice(1));
  if (isWithdrawAct(call.act)) return withdrawAct(at, call.act, joined);
  if (isReasonAct(call.act)) return askReason(at, call.act, joined);
  if (call.act === 'move') return chooseTarget(at, joined);
  return isFormAct(call.act)
    ? openForm(at, call.act, joined, givenIn(call.act, joined, about.split('/')[1]))
    : showHousehold(person, joined, debts);
}

/** What a button of what comes next says besides: the same step, or the methods as they are planned. */
function givenIn(act: string, joined: Joined, more: string | undefined): Given {
  if (act === 'step' && debtSteps.some((step) => String(step) === more)) return [['step', String(more)]];
  return act === 'methods' && more === 'planned' ? plannedMethods(joined) : [];
}
