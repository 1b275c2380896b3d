import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Text, t } from '../../kernel/reply.ts';
import { covers } from '../../programme/area/areas.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import type { Center } from '../../programme/center/center.ts';
import {
  type Confirmation,
  type Confirmer,
  confirmers,
  nextConfirmer,
} from '../../programme/center/record.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';

/** Who confirmed which entry, and the year that is looked at. */
export type Confirmed = {
  readonly confirmations: ReadonlyMap<CenterId, readonly Confirmation[]>;
  readonly year: FiscalYear;
};

/** Goes on with who confirmed the entry of one center. */
export const withConfirmed = (center: Center, year: FiscalYear, goOn: (confirmed: Confirmed) => Turn): Turn =>
  ask({ confirmations: read('confirmationsIn', [scopeOfCenter(center)]) }, ({ confirmations }) =>
    goOn({ confirmations, year }),
  );

const confirmationsOf = ({ id }: Center, { confirmations }: Confirmed): readonly Confirmation[] =>
  confirmations.get(id) ?? [];

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
