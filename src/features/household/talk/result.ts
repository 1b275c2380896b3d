import type { Draft } from '../../../engine/draft.ts';
import type { StepKey } from '../../../engine/ids.ts';
import { bare, sameWords } from '../../../engine/parse/clean.ts';
import { type Slot, toKey, walk } from '../../../engine/walk.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { askOn } from '../../../kernel/form/askOn.ts';
import {
  type At,
  type FormTalk,
  type Judged,
  type Judgement,
  type Meant,
  type Offer,
  type QuestionView,
  valuesIn,
} from '../../../kernel/form/talk.ts';
import {
  type Block,
  type Card,
  type Option,
  type Params,
  said,
  type Text,
  t,
} from '../../../kernel/reply.ts';
import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import { nameKey } from '../../../programme/spelling.ts';
import { bahtText } from '../debts.ts';
import { householdResultDerived as derived, householdResult as form } from '../forms/householdResult.ts';
import type { HouseholdsIntent } from '../intent.ts';
import type { InformalLeft } from '../rules/contract.ts';
import { readPaid } from '../rules/paid.ts';
import {
  compareDebts,
  type DebtResult,
  informalDebts,
  isOneContract,
  type LenderDebt,
} from '../rules/result.ts';
import { informalChange } from '../text/informal.ts';
import { resultText } from '../text/result.ts';
import { contractsFact, informalMovedFact, loansFact } from './contractsFact.ts';
import { contractParams, contractsIn, judgeContractAfter, remarkOnContract } from './contractsIn.ts';
import { textsIn, yearOf } from './draft.ts';
import { fundCandidate, fundsKnown } from './fund.ts';
import { contractAsked, informalAsked } from './known.ts';
import { aboutHousehold, shortHousehold, working } from './ofHousehold.ts';
import { contractInOneLine, outsideInOneLine } from './oneLine.ts';
import { planBeside } from './plan.ts';
import { refused } from './refused.ts';
import { owedBefore } from './terms.ts';

/** Round 2: what a household has afterwards; the result is computed, said back and confirmed. */
export const resultTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  leadsOn: true,
  about: aboutHousehold('result'),
  short: shortHousehold('result'),
  year: yearOf,
  titleParams: (draft, slot) => ({ ...contractParams(draft, slot), ...informalParams(draft, slot) }),
  question,
  offers,
  several: contractInOneLine,
  typed,
  choices: fundsKnown,
  candidate: (draft, slot, value) =>
    value === 0 && owedBefore(draft, slot) ? t('household:paidOff') : fundCandidate(draft, slot, value),
  judge: (judged) => informalMoved(judged) ?? judgeContractAfter(judged),
  remark: remarkOnContract,
  summary,
  atReview,
  besides: (draft) => [addContract(draft)],
  act: (at, act) => (act === 'addContract' ? askContract(at) : undefined),
  submit,
};

function informalParams(draft: Draft, slot: Slot): Params {
  const debt = informalAsked(draft, slot);
  return debt ? { lender: said(debt.lender), informal: { baht: debt.satang } } : {};
}

/** Of an informal debt that was moved in less is left, at most what was not moved: more than that is asked about. */
function informalMoved({ before, slot, value }: Judged): Judgement | undefined {
  const debt = informalAsked(before, slot);
  const moved = informalMovedFact(before).find(({ no }) => no === debt?.no)?.satang;
  if (debt === undefined || moved === undefined) return undefined;
  const left = Math.max(0, debt.satang - moved);
  if (Number(value) <= left) return undefined;
  if (before.asked?.key === slot.key && before.asked.candidates.includes(value)) return undefined;
  const params = { moved: { baht: moved }, left: { baht: left }, told: { baht: Number(value) } };
  return {
    draft: { ...before, asked: { key: slot.key, candidates: [left, value] } },
    notes: [t('household:informalMovedIn', params)],
  };
}

const values = (draft: Draft) => valuesIn({ form, derived }, draft);

const asked = (draft: Draft, slot: Slot) => contractAsked(draft, slot, contractsFact(draft));

/** Of a contract at joining what was owed then, and what may be said of it in a word. */
function question({ draft, slot }: QuestionView): { readonly card: Card } | undefined {
  const contract = asked(draft, slot);
  if (!contract) return undefined;
  const { fund, outstandingSatang } = contract;
  const known = { n: slot.item?.no ?? 1, fund: said(fund), amount: { baht: outstandingSatang } };
  return {
    card: {
      heading: t('household:owedNow', known),
      blocks: [{ kind: 'text', text: t('household:owedNowHow') }],
    },
  };
}

function offers(draft: Draft, slot: Slot): readonly Offer[] {
  const owed = owedBefore(draft, slot);
  if (owed === undefined) return [];
  return [
    { id: 'same', label: t('household:same'), value: owed },
    { id: 'paidOff', label: t('household:paidOff'), value: 0 },
  ];
}

/** That all is told, or all is paid, says nothing certain of a debt: it is asked about, never taken as cleared. */
function typed(at: At, slot: Slot, text: string): Decision | undefined {
  const { draft, context } = at;
  const paid = whatIsPaid(at, slot, text);
  if (paid) return paid;
  const informal = informalAsked(draft, slot);
  const lender = informal?.lender ?? asked(draft, slot)?.fund;
  if (lender === undefined) return outsideInOneLine(at, slot, text);
  const says = (words: Text): boolean => context.wordings(words).some((word) => sameWords(text, word));
  if (says(t('household:allPaidWord'))) {
    const doubted: Draft = { ...draft, asked: { key: slot.key, candidates: [0] } };
    return askOn(at, doubted, [t(informal ? 'household:informalPaidOff' : 'household:isPaidOff')]);
  }
  // Its fund or lender, typed as it was asked for before: what is owed is still to be told.
  if (nameKey(lender) === nameKey(bare(text))) return askOn(at, draft, []);
  if (!says(t('common:done'))) return undefined;
  const why = t(informal ? 'household:informalNowFirst' : 'household:owedNowFirst');
  const { draft: missed, notes } = refused(draft, why);
  return askOn(at, missed, notes);
}

/** What was paid is no balance: what would be left is asked about. */
function whatIsPaid(at: At, slot: Slot, text: string): Decision | undefined {
  const { draft } = at;
  const owed = owedBefore(draft, slot);
  const paid = readPaid(text);
  if (owed === undefined || paid === undefined) return undefined;
  if (paid > owed) {
    const params = { paid: { baht: paid }, owed: { baht: owed } };
    const { draft: missed, notes } = refused(draft, t('household:paidMore', params));
    return askOn(at, missed, notes);
  }
  const left = owed - paid;
  const doubted: Draft = { ...draft, asked: { key: slot.key, candidates: [left] } };
  return askOn(at, doubted, [t('household:isLeft', { paid: { baht: paid }, left: { baht: left } })]);
}

/** A contract that is new, or that nobody knew at joining. */
const addContract = (draft: Draft): Option => ({
  label: t('household:addContract'),
  tap: { kind: 'act', flow: 'form', act: 'addContract', draft: draft.id },
});

const askContract = (at: At): Decision => askOn(at, { ...at.draft, focus: nextFund(at.draft) }, []);

/** The name of a known fund begins another contract with it. */
function atReview({ draft }: At, text: string): readonly Meant[] {
  const fund = textsIn(draft, 'funds').find((one) => nameKey(one) === nameKey(bare(text)));
  return fund === undefined ? [] : [{ key: nextFund(draft), text: fund }];
}

function nextFund(draft: Draft): StepKey {
  const items = walk(form, draft, derived).slots.flatMap(({ item, entry }) =>
    item && entry ? [item.no] : [],
  );
  return toKey(`contracts.${Math.max(0, ...items) + 1}.fund`);
}

/** What was told of each informal debt. */
const informalLeftIn = (draft: Draft): readonly InformalLeft[] =>
  walk(form, draft, derived).slots.flatMap((slot) => {
    const debt = informalAsked(draft, slot);
    return debt && slot.entry?.do === 'answer' ? [{ ...debt, satang: Number(slot.entry.value) }] : [];
  });

const informalIn = (draft: Draft): readonly LenderDebt[] =>
  informalDebts(loansFact(draft), informalLeftIn(draft));

/** The result by the programme's definitions. */
function computed(draft: Draft): DebtResult {
  const found = values(draft);
  return compareDebts({
    before: contractsFact(draft),
    after: contractsIn(found),
    managed: Number(draft.facts.methods ?? 0) > 0,
    movedInSatang: Number(draft.facts.movedIn ?? 0),
    informal: informalIn(draft),
  });
}

function summary(draft: Draft): readonly Block[] {
  return [...resultBlocks(computed(draft), informalIn(draft)), ...planBeside(draft)];
}

/** A result in words and figures, for the form's review and for the household's card. */
export function resultBlocks(result: DebtResult, lenders: readonly LenderDebt[]): readonly Block[] {
  const { contractsBefore, contractsAfter, beforeSatang, afterSatang, reducedSatang, grownSatang } = result;
  const { movedInSatang, informal } = result;
  return [
    { kind: 'text', text: resultText(result), tone: 'strong' },
    {
      kind: 'bar',
      label: t('household:contractsChange', { before: contractsBefore, after: contractsAfter }),
      value: Math.max(0, beforeSatang - afterSatang),
      of: beforeSatang,
      figure: t('household:beforeAfter', { before: { baht: beforeSatang }, after: { baht: afterSatang } }),
    },
    ...(grownSatang > 0
      ? []
      : [{ kind: 'fact', label: t('household:debtReduced'), value: bahtText(reducedSatang) } as const]),
    ...(movedInSatang === undefined
      ? []
      : [{ kind: 'fact', label: t('household:movedIn'), value: bahtText(movedInSatang) } as const]),
    ...(informal ? informalChange(informal, lenders) : []),
    ...(isOneContract(result) && grownSatang === 0
      ? [{ kind: 'text', text: t('household:idealReached'), tone: 'good' } as const]
      : []),
  ];
}

function submit(draft: Draft): HouseholdsIntent {
  const { growthReason, clearedReason, ...rest } = values(draft);
  const informalLeft = informalLeftIn(draft);
  const reason = growthReason ?? clearedReason;
  return working(draft, {
    kind: 'stateResult',
    on: bangkokDate(draft.touchedAt),
    after: contractsIn(rest),
    ...(informalLeft.length > 0 && { informalLeft }),
    ...(typeof reason === 'string' && { reason }),
  });
}
