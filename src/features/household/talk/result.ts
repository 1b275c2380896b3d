import type { Draft } from '../../../engine/draft.ts';
import { type FormTalk, valuesIn } from '../../../kernel/form/talk.ts';
import { type Block, type Text, t } from '../../../kernel/reply.ts';
import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import { bahtText } from '../debts.ts';
import { householdResultDerived as derived, householdResult as form } from '../forms/householdResult.ts';
import type { HouseholdsIntent } from '../intent.ts';
import { compareDebts, type DebtResult, isOneContract } from '../rules/result.ts';
import { resultText } from '../text/result.ts';
import { contractsFact } from './contractsFact.ts';
import { contractParams, contractsIn, judgeContractAfter, remarkOnContract } from './contractsIn.ts';
import { yearOf } from './draft.ts';
import { fundCandidate, fundsKnown } from './fund.ts';
import { aboutHousehold, shortHousehold, working } from './ofHousehold.ts';
import { planFact } from './plan.ts';

/** Round 2: what a household has afterwards; the result is computed, said back and confirmed. */
export const resultTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  about: aboutHousehold('result'),
  short: shortHousehold('result'),
  year: yearOf,
  titleParams: (draft, slot) => ({
    ...contractParams(draft, slot),
    informal: { baht: Number(draft.facts.informalBefore ?? 0) },
  }),
  choices: fundsKnown,
  candidate: fundCandidate,
  judge: judgeContractAfter,
  remark: remarkOnContract,
  summary,
  submit,
};

const values = (draft: Draft) => valuesIn({ form, derived }, draft);

/** The result by the programme's definitions. */
function computed(draft: Draft): DebtResult {
  const { informalLeft, ...found } = values(draft);
  const before = Number(draft.facts.informalBefore ?? 0);
  return compareDebts({
    before: contractsFact(draft),
    after: contractsIn(found),
    managed: Number(draft.facts.methods ?? 0) > 0,
    movedInSatang: Number(draft.facts.movedIn ?? 0),
    ...(before > 0 && { informal: { before, after: Number(informalLeft ?? before) } }),
  });
}

function summary(draft: Draft): readonly Block[] {
  const result = computed(draft);
  return [...resultBlocks(result), ...planBeside(draft)];
}

/** A result in words and figures, for the form's review and for the household's card. */
export function resultBlocks(result: DebtResult): readonly Block[] {
  const { contractsBefore, contractsAfter, beforeSatang, afterSatang, reducedSatang, grownSatang } = result;
  const { movedInSatang, informal } = result;
  return [
    { kind: 'text', text: resultText(result), tone: 'strong' },
    {
      kind: 'bar',
      label: t('household:contractsChange', { before: contractsBefore, after: contractsAfter }),
      value: afterSatang,
      of: beforeSatang,
      figure: t('household:beforeAfter', { before: { baht: beforeSatang }, after: { baht: afterSatang } }),
    },
    ...(grownSatang > 0
      ? []
      : [{ kind: 'fact', label: t('household:debtReduced'), value: bahtText(reducedSatang) } as const]),
    ...(movedInSatang === undefined
      ? []
      : [{ kind: 'fact', label: t('household:movedIn'), value: bahtText(movedInSatang) } as const]),
    ...(informal
      ? [{ kind: 'fact', label: t('household:informal'), value: changeText(informal) } as const]
      : []),
    ...(isOneContract(result) && grownSatang === 0
      ? [{ kind: 'text', text: t('household:idealReached'), tone: 'good' } as const]
      : []),
  ];
}

const changeText = ({ before, after }: { readonly before: number; readonly after: number }): Text =>
  t('household:beforeAfter', { before: { baht: before }, after: { baht: after } });

function planBeside(draft: Draft): readonly Block[] {
  const plan = planFact(draft);
  return plan ? [{ kind: 'text', text: t('household:planBeside', { plan }), tone: 'quiet' }] : [];
}

function submit(draft: Draft): HouseholdsIntent {
  const { growthReason, clearedReason, informalLeft, ...rest } = values(draft);
  const reason = growthReason ?? clearedReason;
  return working(draft, {
    kind: 'stateResult',
    on: bangkokDate(draft.touchedAt),
    after: contractsIn(rest),
    ...(typeof informalLeft === 'number' && { informalLeftSatang: informalLeft }),
    ...(typeof reason === 'string' && { reason }),
  });
}
