import { clauses } from '../../../kernel/clauses.ts';
import { type Block, type Card, type Option, type Text, t } from '../../../kernel/reply.ts';
import { changesAsked } from '../changes/waiting.ts';
import {
  bahtText,
  type CenterDebts,
  declinedIn,
  dotsText,
  gapsOf,
  headText,
  inTheirYear,
  isManaged,
  type Joined,
  joinedIn,
  nextStep,
  placeKey,
} from '../debts.ts';
import { totalsOf } from '../rules/contract.ts';
import { hasReachedTarget } from '../rules/figures.ts';
import { resultIn } from '../rules/result.ts';
import { stepName } from '../text/form.ts';
import { resultText } from '../text/result.ts';
import { ofTargetText, targetAskedFor } from '../text/target.ts';

/** Households on one page of the card. */
export const pageSize = 10;

/** A center's households: how many of the target, each with its six steps, its debt and what is missing. */
export function centerCard(debts: CenterDebts, page: number, mayWork: boolean): Card {
  const all = joinedIn(debts);
  const shown = all.slice(page * pageSize, (page + 1) * pageSize);
  return {
    heading: inTheirYear(headingOf(debts, all.length), debts),
    blocks: [
      ...totals(debts, all),
      ...targetAskedFor(debts.center),
      ...shown.flatMap((joined) => householdBlocks(joined, debts)),
      ...(mayWork ? changesBlock(debts) : []),
      hint(all.length, page, mayWork),
    ],
    buttons: [...(mayWork ? workButtons(debts) : []), ...moreButton(debts, all.length, page)],
  };
}

/** What is still to be told of step 4 of several households, which one message can. */
function changesBlock(debts: CenterDebts): readonly Block[] {
  const text = changesAsked(debts);
  return text ? [{ kind: 'text', text, tone: 'warning' }] : [];
}

/** Against the center's own target, where it has one. */
function headingOf({ center: { name: center, householdTarget: of = 0 } }: CenterDebts, joined: number): Text {
  return of > 0
    ? t('household:centerHeading', { joined, of, center })
    : t('household:centerHeadingNoTarget', { count: joined, center });
}

/** What the center's households owed and owe, those with a result apart. */
function totals(debts: CenterDebts, all: readonly Joined[]): readonly Block[] {
  const results = all.flatMap(({ work }) => (work.result ? [resultIn(work, work.result)] : []));
  const before = all.reduce((sum, { work }) => sum + totalsOf(work.before).outstandingSatang, 0);
  const reduced = results.reduce((sum, { reducedSatang }) => sum + reducedSatang, 0);
  const declined = declinedIn(debts);
  const reached = all.filter(({ work }) => hasReachedTarget(work)).length;
  return [
    fact(t('household:reducedOrCleared'), ofTargetText(debts.center, reached)),
    fact(t('household:joined'), ofTargetText(debts.center, all.length)),
    ...(declined > 0 ? [fact(t('household:declined'), t('household:count', { count: declined }))] : []),
    ...(all.length > 0 ? [fact(t('household:debtAtJoining'), bahtText(before))] : []),
    ...(results.length > 0
      ? [
          fact(t('household:withResult'), t('household:count', { count: results.length })),
          fact(t('household:debtReduced'), bahtText(reduced)),
        ]
      : []),
  ];
}

/** In two lines where there is no result yet; with one, the bar of what is repaid besides. */
function householdBlocks(joined: Joined, debts: CenterDebts): readonly Block[] {
  const { household, work } = joined;
  const { contracts, outstandingSatang } = totalsOf(work.before);
  const owes = t('household:owes', { count: contracts, amount: { baht: outstandingSatang } });
  return [
    {
      kind: 'row',
      text: t('household:row', {
        dots: dotsText(joined, debts),
        no: household.place.no,
        head: headText(joined),
      }),
      note: clauses([...(work.result ? [] : [owes]), missingText(joined, debts, false)]),
      option: {
        label: t('household:open', { no: household.place.no }),
        tap: { kind: 'act', flow: 'household', act: 'open', value: `${placeKey(debts)}/${household.id}` },
      },
    },
    ...(work.result ? [debtBar(joined)] : []),
  ];
}

/** Before → after as a bar of what is repaid; none of it while there is no result. */
export function debtBar({ work }: Joined): Block {
  const before = totalsOf(work.before);
  const label = t('household:contracts', { count: before.contracts });
  const of = before.outstandingSatang;
  if (!work.result) return { kind: 'bar', label, value: 0, of, figure: bahtText(of) };
  const after = totalsOf(work.result.after).outstandingSatang;
  const figure = t('household:beforeAfter', { before: { baht: of }, after: { baht: after } });
  return { kind: 'bar', label, value: Math.max(0, of - after), of, figure };
}

/** What a household still lacks, the nearest first; the next step by its name where there is room. */
export function missingText(joined: Joined, debts: CenterDebts, names = true): Text {
  const { household, work } = joined;
  if (household.closed) return t(`household:closedAs.${household.closed.why}`);
  if (work.result) return resultText(resultIn(work, work.result));
  const managed = isManaged(joined, debts);
  const gaps = gapsOf(joined, debts);
  const missing: Text[] = [];
  if (gaps.length > 0)
    missing.push(t('household:missing.gap', { steps: gaps.join(', '), count: gaps.length }));
  if (!work.plan) missing.push(t('household:missing.plan'));
  if (managed && work.methods.length === 0) missing.push(t('household:missing.methods'));
  if (managed) missing.push(t('household:missing.result'));
  const next = nextStep(joined, debts);
  if (next)
    missing.push(
      names
        ? t('household:missing.next', { step: next, name: stepName(next) })
        : t('household:missing.nextNo', { step: next }),
    );
  return clauses(missing);
}

function workButtons(debts: CenterDebts): readonly Option[] {
  const centerStep = (step: 1 | 2): Option => ({
    label: t('household:centerStep', { step }),
    tap: { kind: 'act', flow: 'household', act: 'centerStep', value: `${placeKey(debts)}/${step}` },
  });
  return [
    { label: t('commands:addHousehold'), tap: { kind: 'say' } },
    roundButton(1),
    roundButton(2),
    centerStep(1),
    centerStep(2),
  ];
}

export const roundButton = (round: 1 | 2): Option => ({
  label: t('household:submitRound', { round }),
  tap: { kind: 'say' },
});

function moreButton(debts: CenterDebts, households: number, page: number): readonly Option[] {
  if ((page + 1) * pageSize >= households) return [];
  return [
    {
      label: t('common:more'),
      tap: { kind: 'act', flow: 'household', act: 'center', value: `${placeKey(debts)}/${page + 1}` },
    },
  ];
}

function hint(households: number, page: number, mayWork: boolean): Block {
  const from = page * pageSize + 1;
  const to = Math.min((page + 1) * pageSize, households);
  if (households === 0) return { kind: 'text', text: t('household:noneYet'), tone: 'quiet' };
  const text = mayWork
    ? t('household:hintWork', { from, to, of: households })
    : t('household:hint', { from, to, of: households });
  return { kind: 'text', text, tone: 'quiet' };
}

export const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
