import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, said, type Text, t } from '../../kernel/reply.ts';
import { covers } from '../../programme/area/areas.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import type { Center } from '../../programme/center/center.ts';
import {
  type Checks,
  type Confirmation,
  type Confirmer,
  confirmers,
  type Doubt,
  nextConfirmer,
} from '../../programme/center/record.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';

/** Who confirmed which entry or said that it is not correct, and the year that is looked at. */
export type Confirmed = {
  readonly checks: ReadonlyMap<CenterId, Checks>;
  readonly year: FiscalYear;
};

/** Goes on with who confirmed the entry of one center. */
export const withConfirmed = (center: Center, year: FiscalYear, goOn: (confirmed: Confirmed) => Turn): Turn =>
  ask({ checks: read('registryChecks', [scopeOfCenter(center)]) }, ({ checks }) => goOn({ checks, year }));

const confirmationsOf = ({ id }: Center, { checks }: Confirmed): readonly Confirmation[] =>
  checks.get(id)?.confirmations ?? [];

/** What was said against the entry of the year and is not answered by a new confirmation yet. */
export const doubtAbout = ({ id }: Center, { checks, year }: Confirmed): Doubt | undefined =>
  checks.get(id)?.doubts?.findLast((one) => one.year === year);

/** As whom a person may confirm the entry; every provincial capacity counts as the province. */
export function confirmersIn(person: Person, center: Center): readonly Confirmer[] {
  const own = person.bindings.filter(({ scope }) => covers(scope, scopeOfCenter(center)));
  return confirmers.filter((as) =>
    own.some(({ role }) => role === as || (as === 'province' && ['director', 'provinceHead'].includes(role))),
  );
}

/** Who confirms this year's entry next; nobody when all have. */
export const inTurn = (center: Center, confirmed: Confirmed): Confirmer | undefined =>
  nextConfirmer({ confirmations: confirmationsOf(center, confirmed) }, confirmed.year);

export function isInTurn(person: Person, center: Center, confirmed: Confirmed): boolean {
  const next = inTurn(center, confirmed);
  return next !== undefined && confirmersIn(person, center).includes(next);
}

/** As whom a person may say that an entry is not correct: whoever confirms after the officer, once that one has. */
export function doubtersIn(person: Person, center: Center, confirmed: Confirmed): readonly Confirmer[] {
  if (inTurn(center, confirmed) === 'officer') return [];
  return confirmersIn(person, center).filter((as) => as !== 'officer');
}

/** Who said that an entry is not correct, when, and why. */
export const doubtText = ({ as, at, reason }: Doubt): Text =>
  t('registry:doubt.said', {
    who: t(`registry:confirmer.${as}`),
    on: { date: bangkokDate(at) },
    reason: said(reason),
  });

/** How many of those who confirm an entry have. */
export const confirmedOf = (center: Center, confirmed: Confirmed) => ({
  done: confirmers.filter((as) => confirmationIn(center, as, confirmed)).length,
  of: confirmers.length,
});

/** Each confirmer with the day of this year's confirmation. */
export function confirmationFacts(center: Center, confirmed: Confirmed): readonly Block[] {
  return confirmers.map((as) => {
    const found = confirmationIn(center, as, confirmed);
    const value = found
      ? t('registry:confirmedOn', { on: { date: bangkokDate(found.at) } })
      : t('registry:notConfirmed');
    return { kind: 'fact', label: t(`registry:confirmer.${as}`), value };
  });
}

/** Who has confirmed this year's entry, and whom it waits for. */
export function confirmationMarks(center: Center, confirmed: Confirmed): readonly Text[] {
  const next = inTurn(center, confirmed);
  const done = confirmers.filter((as) => confirmationIn(center, as, confirmed));
  const mark = (as: Confirmer, is: 'done' | 'open') =>
    t(`registry:mark.${is}`, { who: t(`registry:confirmer.${as}`) });
  return [...done.map((as) => mark(as, 'done')), ...(next ? [mark(next, 'open')] : [])];
}

const confirmationIn = (center: Center, as: Confirmer, confirmed: Confirmed): Confirmation | undefined =>
  confirmationsOf(center, confirmed).find((one) => one.year === confirmed.year && one.as === as);
