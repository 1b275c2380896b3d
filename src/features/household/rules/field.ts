import type { FiscalYear } from '../../../programme/ids.ts';
import { numberedLoans } from './contract.ts';
import type { Change, Household, Work } from './household.ts';

/** Fields that belong to the household itself; the others belong to its work in a year. */
const ofTheHousehold: readonly Change['field'][] = ['head', 'houseNo', 'members', 'phone'];

type Named = { readonly field: Change['field']; readonly no?: number };

/** The name under which a field's last change is remembered. */
export function fieldKey({ field, no }: Named, year: FiscalYear): string {
  if (ofTheHousehold.includes(field)) return field;
  return no === undefined ? `${field}/${year}` : `${field}/${year}/${no}`;
}

/** What stands in the field that a change is about; absent where nothing does. */
export function presentValue(household: Household, work: Work, change: Change): Change | undefined {
  switch (change.field) {
    case 'head':
    case 'houseNo':
      return { field: change.field, value: household[change.field] };
    case 'members':
      return { field: 'members', value: household.members };
    case 'phone':
      return { field: 'phone', value: household.phone ?? null };
    case 'joinedOn':
      return { field: 'joinedOn', value: work.joinedOn };
    case 'contract': {
      const { no: _no, ...contract } = work.before.find(({ no }) => no === change.no) ?? { no: 0 };
      return { field: 'contract', no: change.no, value: 'fund' in contract ? contract : null };
    }
    case 'outside': {
      const { no: _no, ...loan } = numberedLoans(work.outside).find(({ no }) => no === change.no) ?? {
        no: 0,
      };
      return { field: 'outside', no: change.no, value: 'lender' in loan ? loan : null };
    }
    case 'newContract':
    case 'newOutside':
      return undefined;
    case 'plan':
      return work.plan && { field: 'plan', value: work.plan };
    case 'methods':
      return { field: 'methods', value: work.methods };
    default:
      return change satisfies never;
  }
}

/** The household with a field changed. */
export function withChange(household: Household, year: FiscalYear, work: Work, change: Change): Household {
  const { phone: _phone, ...withoutPhone } = household;
  const inWork = (part: Partial<Work>): Household => ({
    ...household,
    work: { ...household.work, [year]: { ...work, ...part } },
  });
  switch (change.field) {
    case 'head':
    case 'houseNo':
      return { ...household, [change.field]: change.value };
    case 'members':
      return { ...household, members: change.value };
    case 'phone':
      return change.value === null ? withoutPhone : { ...household, phone: change.value };
    case 'joinedOn':
      return inWork({ joinedOn: change.value });
    case 'contract': {
      const { no, value, noted } = change;
      return inWork({
        before: withItem(work.before, no, value),
        ...(noted && { outside: withNext(numberedLoans(work.outside), noted, work.result?.informalLeft) }),
      });
    }
    case 'newContract':
      return inWork({ before: withNext(work.before, change.value) });
    case 'outside':
      return inWork({ outside: withItem(numberedLoans(work.outside), change.no, change.value) });
    case 'newOutside':
      return inWork({
        outside: withNext(numberedLoans(work.outside), change.value, work.result?.informalLeft),
      });
    case 'plan':
      return inWork({ plan: change.value });
    case 'methods':
      return inWork({ methods: change.value });
    default:
      return change satisfies never;
  }
}

type Numbered<T> = T & { readonly no: number };

/** With another value under a number, or without the one that has it. */
const withItem = <T>(items: readonly Numbered<T>[], no: number, value: T | null): readonly Numbered<T>[] =>
  items.flatMap((item) => {
    if (item.no !== no) return [item];
    return value === null ? [] : [{ ...value, no }];
  });

/** With one more, under a number that nothing else goes by, be it what a result says of one that was taken off. */
const withNext = <T>(
  items: readonly Numbered<T>[],
  value: T,
  told: readonly { readonly no: number }[] = [],
): readonly Numbered<T>[] => [
  ...items,
  { ...value, no: Math.max(0, ...[...items, ...told].map(({ no }) => no)) + 1 },
];
