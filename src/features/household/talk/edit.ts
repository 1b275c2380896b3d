import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import { type FormTalk, type Judged, type Judgement, valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { type Block, said, t } from '../../../kernel/reply.ts';
import { editableFields, householdEdit as form } from '../forms/householdEdit.ts';
import { toBasisPoints } from '../rules/contract.ts';
import type { Change } from '../rules/household.ts';
import { problem } from '../rules/problem.ts';
import { moreContracts } from '../text/moreContracts.ts';
import { problemText } from '../text/problem.ts';
import { contractNosFact, contractsFact } from './contractsFact.ts';
import { judgeContract, remarkOnContract } from './contractsIn.ts';
import { yearOf } from './draft.ts';
import { fundCandidate, fundsKnown } from './fund.ts';
import { aboutHousehold, changing, shortHousehold } from './ofHousehold.ts';
import { refused } from './refused.ts';

/** One field of a household is corrected. */
export const editTalk: FormTalk = {
  form,
  derived: {},
  keeps: true,
  about: aboutHousehold('edit'),
  short: shortHousehold('edit'),
  year: yearOf,
  question: ({ draft, slot, title }) =>
    slot.step.id === 'contractNo'
      ? { card: { heading: title, blocks: contractsToChoose(draft) } }
      : undefined,
  choices: fundsKnown,
  candidate: fundCandidate,
  judge,
  remark: remarkOnContract,
  summary: contractMeant,
  submit: (draft) => changing(draft, changeIn(draft)),
};

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

/** As many as are read on a small screen; a number beyond can be typed all the same. */
const contractsListed = 30;

function contractsToChoose(draft: Draft): readonly Block[] {
  const lines = contractLines(draft);
  return [...lines.slice(0, contractsListed), ...moreContracts(lines.length - contractsListed)];
}

/** Which contract the number means, said back before it is changed or taken out. */
function contractMeant(draft: Draft): readonly Block[] {
  const { contractNo } = valuesIn({ form, derived: {} }, draft);
  const line = contractLines(draft)[contractNosFact(draft).indexOf(Number(contractNo))];
  return line ? [line] : [];
}

function judge(judged: Judged): Judgement | undefined {
  const { before, slot, value } = judged;
  if (slot.step.id === 'contractNo' && !contractNosFact(before).includes(Number(value)))
    return refused(before, problemText(problem('noSuchContract', { no: Number(value) })));
  return judgeContract(judged);
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
});

function changeIn(draft: Draft): Change {
  const found = answers.parse(valuesIn({ form, derived: {} }, draft));
  const { field, contractNo: no = 0 } = found;
  const contract = {
    fund: found.fund ?? '',
    outstandingSatang: found.outstanding ?? 0,
    rateBasisPoints: toBasisPoints(found.rate ?? 0),
    overdue: found.overdue === 'overdue',
  };
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
      return { field, no, value: contract };
    case 'newContract':
      return { field, value: contract };
    case 'dropContract':
      return { field: 'contract', no, value: null };
    default:
      return field satisfies never;
  }
}
