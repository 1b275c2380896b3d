import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import type { Json } from '../../../engine/ids.ts';
import { bare, sameWords } from '../../../engine/parse/clean.ts';
import type { DayBounds } from '../../../engine/readAnswer.ts';
import { type Slot, toKey, type Values } from '../../../engine/walk.ts';
import {
  type At,
  type FormTalk,
  type Judged,
  type Judgement,
  optionText,
  type Several,
  valuesIn,
} from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import type { Block } from '../../../kernel/reply.ts';
import { said, t } from '../../../kernel/reply.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import { nameKey } from '../../../programme/spelling.ts';
import { householdMethodsDerived as derived, householdMethods as form } from '../forms/householdMethods.ts';
import { legalLimits, toBasisPoints } from '../rules/contract.ts';
import { readFundName } from '../rules/fundName.ts';
import {
  firstLater,
  lastEarlier,
  lowerPercent,
  type MethodKind,
  methodKinds,
  methodProblem,
  pauseVariants,
  type UsedMethod,
} from '../rules/method.ts';
import { methodText } from '../text/form.ts';
import { problemText } from '../text/problem.ts';
import { changesInOneLine } from './changes.ts';
import { contractsFact, loansFact } from './contractsFact.ts';
import { factText, textsIn, yearOf } from './draft.ts';
import { fundCandidate, fundsKnown, judgeFundAlone, judgeOutside } from './fund.ts';
import { joinedOn } from './joiningDay.ts';
import { methodWords } from './methodWords.ts';
import { aboutHousehold, changing, shortHousehold } from './ofHousehold.ts';
import { planBeside } from './plan.ts';
import { refused } from './refused.ts';

/** Step 4: which methods were used, and what each changed. */
export const methodsTalk: FormTalk = {
  form,
  derived,
  keeps: true,
  leadsOn: true,
  about: aboutHousehold('methods'),
  short: shortHousehold('methods'),
  year: yearOf,
  words: methodWords,
  titleParams: (draft, { step }) => {
    if (step.id === 'joinedContracts') return { example: joinedExample(draft) };
    return step.id === 'rateTo' ? { example: rateExample(draft) } : {};
  },
  question: ({ draft, slot, title, labels }) => {
    if (slot.step.kind !== 'many') return undefined;
    const rows = slot.step.options.map(
      (option, place): Block => ({
        kind: 'text',
        text: t('household:numbered', { n: place + 1, name: labels(option) }),
      }),
    );
    const isPlanned = textsIn(draft, 'plannedMethods').length > 0 && !slot.entry;
    const take: readonly Block[] = isPlanned ? [{ kind: 'text', text: t('household:takePlanned') }] : [];
    return { card: { heading: title, blocks: [...rows, ...planBeside(draft), ...take] } };
  },
  suggestion: (draft, slot) => {
    const planned = textsIn(draft, 'plannedMethods');
    if (slot.step.suggest === 'methods' && planned.length > 0) return { kind: 'value', value: planned };
    const informal = informalWith(draft, String(values(draft).oldLenderName ?? ''));
    if (slot.step.suggest === 'movedIn')
      return informal === undefined ? undefined : { kind: 'value', value: informal };
    const rates = contractsFact(draft).map(({ rateBasisPoints }) => rateBasisPoints);
    const highest = Math.max(0, ...rates);
    return slot.step.suggest === 'rate' && highest > 0 ? { kind: 'value', value: highest / 100 } : undefined;
  },
  // The plan's methods are taken with one yes.
  offers: (draft, slot) => {
    const planned = textsIn(draft, 'plannedMethods');
    return slot.step.suggest === 'methods' && !slot.entry && planned.length > 0
      ? [{ id: 'planned', label: t('common:confirm'), value: planned }]
      : [];
  },
  choices: (draft, slot) => (isOutsideAsked(draft, slot) ? [] : fundsKnown(draft, slot)),
  candidate: fundCandidate,
  several: (at, slot, text) => lenderByName(at, slot, text) ?? changesInOneLine(at, slot, text),
  bounds: (draft, { step }) => bounds(draft, step.id),
  judge,
  summary: (draft) =>
    methodsIn(values(draft)).map((method) => ({ kind: 'text', text: methodText(method), tone: 'strong' })),
  submit: (draft) => changing(draft, { field: 'methods', value: methodsIn(values(draft)) }),
};

/** So many contracts or percents as are typed as an example, where they can be. */
const usual = { joined: 3, percent: 6 } as const;

const joinedExample = (draft: Draft): number =>
  Math.max(2, Math.min(usual.joined, contractsFact(draft).length));

function rateExample(draft: Draft): number {
  const { rateFrom } = values(draft);
  const lower = lowerPercent(toBasisPoints(Number(rateFrom ?? usual.percent + 1)), legalLimits);
  return Math.min(usual.percent, lower);
}

/** Who the old lender is, told by a name that says which kind it is: `ธ.ก.ส.`, or a fund that is known. */
function lenderByName({ draft, context }: At, { step }: Slot, text: string): Several | undefined {
  if (step.id !== 'oldLender' || step.kind !== 'choice') return undefined;
  const isLabel = step.options.some((option) =>
    context.wordings(optionText(form, step, option)).some((label) => sameWords(text, label)),
  );
  const kind = isLabel ? undefined : lenderKind(text, textsIn(draft, 'funds'));
  if (!kind) return undefined;
  const name = bare(text);
  return {
    places: [
      { key: toKey('oldLender'), value: kind.of, words: name },
      { key: toKey('oldLenderName'), value: kind.name ?? name, words: name },
    ],
  };
}

function lenderKind(text: string, known: readonly string[]) {
  const reading = readFundName(bare(text), known);
  if (reading.kind === 'outside') return { of: 'outside' };
  return reading.kind === 'fund' && known.includes(reading.name)
    ? { of: 'fund', name: reading.name }
    : undefined;
}

/** Which days there may be, so that an example is none that is refused: `methodProblem` says the same. */
function bounds(draft: Draft, step: string): DayBounds | undefined {
  const { termFrom, termTo } = values(draft);
  switch (step) {
    case 'termFrom': {
      const to = parseIsoDate(String(termTo ?? ''));
      return to && { to: lastEarlier(to) };
    }
    case 'termTo':
      return laterThan(parseIsoDate(String(termFrom ?? '')));
    case 'pauseUntil':
    case 'freezeUntil':
    case 'newTerm':
      return laterThan(joinedOn(draft));
    default:
      return undefined;
  }
}

const laterThan = (day: IsoDate | undefined): DayBounds | undefined => day && { from: firstLater(day) };

/** What was noted as owed to an informal lender. */
const informalWith = (draft: Draft, name: string): number | undefined =>
  loansFact(draft).find(({ lender }) => nameKey(lender) === nameKey(name))?.outstandingSatang;

const values = (draft: Draft) => valuesIn({ form, derived }, draft);

/** A method is checked as soon as it is told in full, by the answer that completes or changes it. */
function judge(judged: Judged): Judgement | undefined {
  const { before, after, slot, context } = judged;
  const name = isOutsideAsked(before, slot) ? judgeOutside(judged) : judgeFundAsked(judged);
  if (name) return name;
  const more = movedMore(judged);
  if (more) return more;
  const known = methodsIn(values(before)).map((method) => JSON.stringify(method));
  const fresh = methodsIn(values(after)).filter((method) => !known.includes(JSON.stringify(method)));
  const ground = {
    joinedOn: toIsoDate(factText(before, 'joinedOn')),
    before: contractsFact(before),
    limits: context.debtLimits,
  };
  // How many were joined is checked before the fund is asked, so that the wrong answer is asked again.
  const joined = slot.step.id === 'joinedContracts' ? [joinedSo(after)] : [];
  for (const method of [...joined, ...fresh]) {
    const wrong = methodProblem(method, ground);
    if (wrong) return refused(before, problemText(wrong));
  }
  return undefined;
}

/** More than was owed to that lender is asked about: the rest may be another debt, or a slip. */
function movedMore({ before, slot, value }: Judged): Judgement | undefined {
  const lender = String(values(before).oldLenderName ?? '');
  const owed = slot.step.id === 'movedIn' ? informalWith(before, lender) : undefined;
  if (owed === undefined || Number(value) <= owed) return undefined;
  if (before.asked?.key === slot.key && before.asked.candidates.includes(value)) return undefined;
  const params = { lender: said(lender), owed: { baht: owed }, moved: { baht: Number(value) } };
  return {
    draft: { ...before, asked: { key: slot.key, candidates: [owed, value] } },
    notes: [t('household:movedMore', params)],
  };
}

const judgeFundAsked = (judged: Judged): Judgement | undefined =>
  judged.slot.step.suggest === 'fund' ? judgeFundAlone(judged) : undefined;

/** Whether the question is who the lender outside is. */
const isOutsideAsked = (draft: Draft, { step }: Judged['slot']): boolean =>
  step.id === 'oldLenderName' && values(draft).oldLender === 'outside';

/** The methods that a draft tells in full. */
export const methodsTold = (draft: Draft): readonly UsedMethod[] => methodsIn(values(draft));

const joinedSo = (draft: Draft): UsedMethod => ({
  kind: 'consolidation',
  joined: Number(values(draft).joinedContracts),
  fund: '-',
});

const chosen = z.array(z.enum(methodKinds)).catch([]);

/** The methods that are told in full, in the form's order. */
function methodsIn(found: Values): readonly UsedMethod[] {
  return chosen.parse(found.methods).flatMap((kind) => methodIn(kind, found) ?? []);
}

const text = z.string();
const day = text.transform(toIsoDate);
const points = z.number().transform(toBasisPoints);
const read = {
  consolidation: z.object({ joinedContracts: z.number(), joinedFund: text }),
  longerTerm: z.object({ termFrom: day, termTo: day }),
  lowerInterest: z.object({ rateFrom: points, rateTo: points }),
  pause: z.object({ pauseVariant: z.enum(pauseVariants), pauseUntil: day }),
  freeze: z.object({ freezeUntil: day }),
  waiver: z.object({ waived: z.number().optional() }),
  refinance: z.object({
    oldLender: z.enum(['fund', 'outside']),
    oldLenderName: text,
    movedIn: z.number().optional(),
    newFund: text,
    newTerm: day.optional(),
  }),
};

function methodIn(kind: MethodKind, found: { readonly [key: string]: Json }): UsedMethod | undefined {
  switch (kind) {
    case 'consolidation': {
      const { data } = read.consolidation.safeParse(found);
      return data && { kind, joined: data.joinedContracts, fund: data.joinedFund };
    }
    case 'longerTerm': {
      const { data } = read.longerTerm.safeParse(found);
      return data && { kind, from: data.termFrom, to: data.termTo };
    }
    case 'lowerInterest': {
      const { data } = read.lowerInterest.safeParse(found);
      return data && { kind, fromBasisPoints: data.rateFrom, toBasisPoints: data.rateTo };
    }
    case 'pause': {
      const { data } = read.pause.safeParse(found);
      return data && { kind, variant: data.pauseVariant, until: data.pauseUntil };
    }
    case 'freeze': {
      const { data } = read.freeze.safeParse(found);
      return data && { kind, until: data.freezeUntil };
    }
    case 'waiver': {
      const { data } = read.waiver.safeParse(found);
      return data && { kind, ...(data.waived !== undefined && { satang: data.waived }) };
    }
    case 'refinance': {
      const { data } = read.refinance.safeParse(found);
      if (!data) return undefined;
      const { oldLender, oldLenderName, movedIn, newFund, newTerm } = data;
      const from = { kind: oldLender, name: oldLenderName };
      return {
        ...{ kind, from, toFund: newFund },
        ...(movedIn !== undefined && { movedInSatang: movedIn }),
        ...(newTerm && { until: newTerm }),
      };
    }
    default:
      return kind satisfies never;
  }
}
