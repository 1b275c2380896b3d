import { type Text, t } from '../../../kernel/reply.ts';
import { endOfFiscalYear } from '../../../programme/calendar/calendar.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { type CenterDebts, isManaged, type Joined, joinedIn } from '../debts.ts';
import { lowerPercent, type MethodKind } from '../rules/method.ts';
import { methodName } from '../text/form.ts';

/** The households that are at step 4 and whose planned methods are still to be told. */
export const waitingIn = (debts: CenterDebts): readonly Joined[] =>
  joinedIn(debts).filter(
    (joined) =>
      joined.household.closed === undefined &&
      isManaged(joined, debts) &&
      joined.work.plan !== undefined &&
      joined.work.methods.length === 0 &&
      !joined.work.result,
  );

/** Methods of which a figure or a day is all that is asked. */
const told: readonly MethodKind[] = ['longerTerm', 'lowerInterest', 'freeze', 'waiver'];

/** The old interest is known where every contract has the same. */
const inOneLine = ({ work: { plan, before } }: Joined): boolean => {
  const methods = plan?.methods ?? [];
  const rates = new Set(before.map(({ rateBasisPoints }) => rateBasisPoints));
  const isKnown = rates.size === 1 || !methods.includes('lowerInterest');
  return isKnown && methods.some((kind) => kind !== 'waiver') && methods.every((kind) => told.includes(kind));
};

/**
 * What is asked of several households at once, with an example that would do; nothing where it is of fewer than two.
 * The households with other methods are asked alone.
 */
export function changesAsked(debts: CenterDebts): Text | undefined {
  const waiting = waitingIn(debts).filter(inOneLine);
  if (waiting.length < 2) return undefined;
  const groups = new Map<string, readonly Joined[]>();
  for (const joined of waiting) {
    const key = joined.work.plan?.methods.join() ?? '';
    groups.set(key, [...(groups.get(key) ?? []), joined]);
  }
  return t('household:changes.asked', {
    groups: [...groups.values()].map((group) =>
      t('household:changes.group', {
        nos: group.map(({ household }) => household.place.no).join(', '),
        methods: t('common:list', { items: group[0]?.work.plan?.methods.map(methodName) ?? [] }),
      }),
    ),
    example: t('common:list', { items: waiting.slice(0, 2).map((joined) => example(joined, debts)) }),
  });
}

/** So many years ahead as a longer term is usual. */
const later = 2;

function example({ household, work: { plan, before } }: Joined, debts: CenterDebts): Text {
  const year = debts.newest;
  const end = endOfFiscalYear((year + 1) as FiscalYear);
  const [rate = 0] = before.map(({ rateBasisPoints }) => rateBasisPoints);
  const parts = plan?.methods.flatMap((kind): readonly Text[] => {
    if (kind === 'longerTerm')
      return [
        t('household:changes.fromTo', {
          from: { date: end },
          to: { date: endOfFiscalYear((year + 1 + later) as FiscalYear) },
        }),
      ];
    if (kind === 'lowerInterest')
      return [t('household:changes.figure', { figure: lowerPercent(rate, debts.limits) })];
    return kind === 'freeze' ? [t('common:date', { date: { date: end } })] : [];
  });
  return t('household:changes.example', {
    no: household.place.no,
    said: t('common:list', { items: parts ?? [] }),
  });
}
