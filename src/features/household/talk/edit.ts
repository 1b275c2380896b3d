import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import { type FormTalk, type Judged, type Judgement, valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { type Block, said, t } from '../../../kernel/reply.ts';
import { nameKey } from '../../../programme/spelling.ts';
import {
  householdEditDerived as derived,
  editableFields,
  householdEdit as form,
} from '../forms/householdEdit.ts';
import { type Contract, type OutsideLoan, toBasisPoints } from '../rules/contract.ts';
import type { Change } from '../rules/household.ts';
import { problem } from '../rules/problem.ts';
import { loanText } from '../text/informal.ts';
import { moreContracts } from '../text/moreContracts.ts';
import { problemText } from '../text/problem.ts';
import { contractNosFact, contractsFact, loansFact } from './contractsFact.ts';
import { askedAnew, contractParams, judgeContract, remarkOnContract } from './contractsIn.ts';
import { yearOf } from './draft.ts';
import { fundCandidate, fundsKnown, judgeOutside } from './fund.ts';
import { aboutHousehold, changing, shortHousehold } from './ofHousehold.ts';
import { judgeParticular } from './particular.ts';
import { refused } from './refused.ts';

/** One field of a household is corrected. */
export const editTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  about: aboutHousehold('edit'),
  short: shortHousehold('edit'),
  year: yearOf,
  titleParams: contractParams,
  question: ({ draft, slot, title }) =>
    slot.step.id === 'contractNo' || slot.step.id === 'outsideNo'
      ? { card: { heading: title, blocks: toChoose(draft, slot.step.id) } }
      : undefined,
  choices: (draft, slot) => (slot.step.id === 'outsideName' ? lendersMeant(draft) : fundsKnown(draft, slot)),
  candidate: fundCandidate,
  words: (step, option) => (step.id === 'field' && option === 'outside' ? [t('household:informalToo')] : []),
  judge,
  remark: remarkOnContract,
  summary: meant,
  submit: (draft) => changing(draft, changeIn(draft)),
};

const values = (draft: Draft) => valuesIn({ form, derived }, draft);

/** The questions which contract, and which lender outside, by its number. */
type WhichNo = 'contractNo' | 'outsideNo';

/** The contracts at joining, by their numbers. */
function contractLines(draft: Draft): readonly Block[] {
  const nos = contractNosFact(draft);
  return contractsFact(draft).map((contract, place) => ({
    kind: 'text',
    text: t('household:contractLine', {
      n: nos[place] ?? place + 1,
      fund: said(contract.fund),
      amount: { baht: contract.outstandingSatang },
    }),
  }));
}

/** The lenders outside at joining, by their numbers. */
const loanLines = (draft: Draft): readonly Block[] =>
  loansFact(draft).map((loan) => ({
    kind: 'text',
    text: t('household:numbered', { n: loan.no, name: loanText(loan) }),
  }));

/** As many as are read on a small screen; a number beyond can be typed all the same. */
const contractsListed = 30;

function toChoose(draft: Draft, which: WhichNo): readonly Block[] {
  const lines = which === 'contractNo' ? contractLines(draft) : loanLines(draft);
  return [...lines.slice(0, contractsListed), ...moreContracts(lines.length - contractsListed)];
}

/** What the number means, said back before it is changed or taken out. */
function meant(draft: Draft): readonly Block[] {
  const { contractNo, outsideNo } = values(draft);
  const lines = [
    contractLines(draft)[contractNosFact(draft).indexOf(Number(contractNo))],
    loanLines(draft)[loanNosFact(draft).indexOf(Number(outsideNo))],
  ];
  return lines.flatMap((line) => line ?? []);
}

const loanNosFact = (draft: Draft): readonly number[] => loansFact(draft).map(({ no }) => no);

/** Who is corrected, so that the same name need not be typed again. */
function lendersMeant(draft: Draft): readonly string[] {
  const { outsideNo } = values(draft);
  return loansFact(draft).flatMap(({ no, lender }) => (no === outsideNo ? [lender] : []));
}

function judge(judged: Judged): Judgement | undefined {
  const particular = judgeParticular(judged);
  if (particular) return particular;
  const { before, slot, value } = judged;
  const no = Number(value);
  switch (slot.step.id) {
    case 'contractNo':
      return contractNosFact(before).includes(no)
        ? undefined
        : refused(before, problemText(problem('noSuchContract', { no })));
    case 'outsideNo':
      return loanNosFact(before).includes(no)
        ? undefined
        : refused(before, problemText(problem('noSuchOutside', { no })));
    case 'outsideName':
      return judgeOutside(judged) ?? notedAlready(judged) ?? askedAnew(judged, 'outsideKind');
    default:
      return judgeContract(judged);
  }
}

/** A lender outside that is added and was noted already would count twice. */
function notedAlready({ before, value }: Judged): Judgement | undefined {
  const key = nameKey(String(value));
  const others = loansFact(before).filter(({ no }) => no !== values(before).outsideNo);
  const noted = others.find(({ lender }) => nameKey(lender) === key);
  return noted && refused(before, t('household:fund.isNoted', { lender: loanText(noted) }));
}

const answers = z.object({
  field: z.enum(editableFields),
  head: z.string().optional(),
  houseNo: z.string().optional(),
  members: z.number().optional(),
  phone: z.string().optional(),
  joinedOn: z.string().optional(),
  contractNo: z.number().optional(),
  fund: z.string().optional(),
  outstanding: z.number().optional(),
  rate: z.number().optional(),
  overdue: z.string().optional(),
  lender: z.string().optional(),
  outsideDeed: z.string().optional(),
  outsideNo: z.number().optional(),
  outsideName: z.string().optional(),
  informalOwed: z.number().optional(),
});
type Answers = z.infer<typeof answers>;

const contractTold = ({ fund = '', outstanding = 0, rate = 0, overdue }: Answers): Contract => ({
  fund,
  outstandingSatang: outstanding,
  rateBasisPoints: toBasisPoints(rate),
  overdue: overdue === 'overdue',
});

/** A loan outside; only of an informal lender the amount is asked. */
const loanTold = (lender: string, satang: number | undefined): OutsideLoan => ({
  lender,
  ...(satang !== undefined && { informal: true, outstandingSatang: satang }),
});

/** What a lender was that is no fund, as the officer answered about its name. */
const notedAs = ({ lender, fund = '', outstanding }: Answers): OutsideLoan | undefined =>
  lender === 'informal' || lender === 'outside' ? loanTold(fund, outstanding) : undefined;

function changeIn(draft: Draft): Change {
  const found = answers.parse(values(draft));
  const { field, contractNo: no = 0 } = found;
  const noted = notedAs(found);
  switch (field) {
    case 'head':
    case 'houseNo':
      return { field, value: found[field] ?? '' };
    case 'members':
      return { field, value: found.members ?? 0 };
    case 'phone':
      return { field, value: found.phone ?? null };
    case 'joinedOn':
      return { field, value: toIsoDate(found.joinedOn ?? '') };
    case 'contract':
      return noted ? { field, no, value: null, noted } : { field, no, value: contractTold(found) };
    case 'newContract':
      return noted ? { field: 'newOutside', value: noted } : { field, value: contractTold(found) };
    case 'dropContract':
      return { field: 'contract', no, value: null };
    case 'outside':
      return outsideChange(found);
    default:
      return field satisfies never;
  }
}

function outsideChange({ outsideDeed, outsideNo: no, outsideName = '', informalOwed }: Answers): Change {
  if (no === undefined) return { field: 'newOutside', value: loanTold(outsideName, informalOwed) };
  const value = outsideDeed === 'drop' ? null : loanTold(outsideName, informalOwed);
  return { field: 'outside', no, value };
}
