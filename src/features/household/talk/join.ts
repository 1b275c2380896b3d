import type { Draft } from '../../../engine/draft.ts';
import { sameWords } from '../../../engine/parse/clean.ts';
import { saysNone } from '../../../engine/parse/none.ts';
import { arabicDigits } from '../../../engine/parse/thaiMarks.ts';
import type { Slot } from '../../../engine/walk.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { askOn } from '../../../kernel/form/askOn.ts';
import { type At, type FormTalk, valuesIn } from '../../../kernel/form/talk.ts';
import { type Block, said, type Text, t } from '../../../kernel/reply.ts';
import type { HouseholdId } from '../../../programme/ids.ts';
import { contractDerived as derived, householdJoin as form } from '../forms/householdJoin.ts';
import type { HouseholdsIntent } from '../intent.ts';
import { totalsOf } from '../rules/contract.ts';
import { aboveLimitBlocks } from '../text/aboveLimit.ts';
import { informalBlocks } from '../text/informal.ts';
import { totalText } from '../text/total.ts';
import {
  contractParams,
  contractsIn,
  informalIn,
  judgeContract,
  outsideIn,
  remarkOnContract,
} from './contractsIn.ts';
import { centerOf, factText, notesIn, yearOf } from './draft.ts';
import { fundCandidate, fundsKnown } from './fund.ts';
import { limitsIn } from './limits.ts';
import { householdInOneLine, outsideInOneLine } from './oneLine.ts';
import { judgeParticular } from './particular.ts';
import { refused } from './refused.ts';

/** A household joins: its consent first, then who it is, then its contracts one by one. */
export const joinTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  about,
  short: (draft) => t('household:short.join', { center: factText(draft, 'center') }),
  year: yearOf,
  titleParams: contractParams,
  several: householdInOneLine,
  typed: (at, slot, text) => onlyOutside(at, slot, text) ?? outsideInOneLine(at, slot, text),
  choices: fundsKnown,
  candidate: fundCandidate,
  words: (step, option) => (step.id === 'consent' && option === 'accept' ? [t('household:consentToo')] : []),
  judge: (judged) => judgeParticular(judged) ?? judgeContract(judged),
  remark: remarkOnContract,
  summary,
  submit,
};

const values = (draft: Draft) => valuesIn({ form, derived }, draft);

/** Who owes banks alone is noted and cannot be counted; said where the list is to end without another debt. */
function onlyOutside(at: At, slot: Slot, text: string): Decision | undefined {
  const { draft, context } = at;
  const found = values(draft);
  const isFirst = slot.step.id === 'fund' && slot.item !== undefined && !slot.item.mayEnd;
  if (!isFirst || outsideIn(draft, found).length === 0) return undefined;
  const isEnd = saysNone(text) || context.wordings(t('common:done')).some((word) => sameWords(text, word));
  if (!isEnd) return undefined;
  const { draft: missed, notes } = refused(draft, t('household:onlyOutside'));
  return askOn(at, missed, notes);
}

/** Whose joining it is, once that is said, so that no other family is typed into it. */
function about(draft: Draft): Text {
  const center = factText(draft, 'center');
  const { head } = values(draft);
  return typeof head === 'string'
    ? t('household:about.joinOf', { head: said(head), center })
    : t('household:about.join', { center });
}

/** The total said back, and the programme's ideal. */
function summary(draft: Draft): readonly Block[] {
  const found = values(draft);
  if (found.consent === 'decline')
    return [{ kind: 'text', text: t('household:onlyCounted'), tone: 'strong' }];
  const contracts = contractsIn(found);
  const informal = informalIn(draft, found);
  if (contracts.length === 0 && informal.length === 0) return [];
  const totals = totalsOf(contracts);
  const outside = outsideIn(draft, found).map((lender) => said(lender));
  return [
    { kind: 'text', text: totalText(totals), tone: 'strong' },
    ...(totals.contracts > 1 ? [{ kind: 'text', text: t('household:ideal'), tone: 'quiet' } as const] : []),
    ...aboveLimitBlocks(contracts, limitsIn(draft)),
    ...informalBlocks(informal),
    ...(outside.length > 0
      ? [{ kind: 'text', text: t('household:notCounted', { lenders: outside }), tone: 'quiet' } as const]
      : []),
  ];
}

function submit(draft: Draft): HouseholdsIntent {
  const { consent, head, houseNo, members, phone, ...rest } = values(draft);
  const place = { center: centerOf(draft), year: yearOf(draft) };
  if (consent !== 'accept') return { kind: 'joinHousehold', ...place, consented: false };
  const again = notesIn(draft, againKey).at(-1);
  return {
    kind: 'joinHousehold',
    ...place,
    consented: true,
    details: {
      head: String(head),
      houseNo: arabicDigits(String(houseNo)),
      members: Number(members),
      ...(typeof phone === 'string' && { phone }),
      contracts: contractsIn(rest),
      outside: [...outsideIn(draft, rest).map((lender) => ({ lender })), ...informalIn(draft, rest)],
    },
    otherThan: notesIn(draft, otherThanKey).map(Number),
    ...(typeof again === 'string' && { again: brand(again) }),
  };
}

/** Beside the form: numbers of households that look alike and are others, and the one that it is. */
export const otherThanKey = 'otherThan';
export const againKey = 'again';
const brand = (id: string): HouseholdId => id as HouseholdId;
