import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
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

type Seen = Pick<Context, 'gathered' | 'year'>;

const confirmationsOf = ({ id }: Center, { gathered }: Seen): readonly Confirmation[] =>
  gathered.confirmations.get(id) ?? [];

/** As whom a person may confirm the entry; every provincial capacity counts as the province. */
export function confirmersIn(person: Person, center: Center): readonly Confirmer[] {
  const own = person.bindings.filter(({ scope }) => covers(scope, scopeOfCenter(center)));
  return confirmers.filter((as) =>
    own.some(({ role }) => role === as || (as === 'province' && ['director', 'provinceHead'].includes(role))),
  );
}

/** Who confirms this year's entry next; nobody when all have. */
export const inTurn = (center: Center, seen: Seen): Confirmer | undefined =>
  nextConfirmer({ confirmations: confirmationsOf(center, seen) }, seen.year);

export function isInTurn(person: Person, center: Center, seen: Seen): boolean {
  const next = inTurn(center, seen);
  return next !== undefined && confirmersIn(person, center).includes(next);
}

/** Each confirmer with the day of this year's confirmation. */
export function confirmationFacts(center: Center, seen: Seen): readonly Block[] {
  return confirmers.map((as) => {
    const found = confirmationIn(center, as, seen);
    const value = found
      ? t('registry:confirmedOn', { on: { date: bangkokDate(found.at) } })
      : t('registry:notConfirmed');
    return { kind: 'fact', label: t(`registry:confirmer.${as}`), value };
  });
}

/** Who has confirmed this year's entry, and whom it waits for. */
export function confirmationMarks(center: Center, seen: Seen): readonly Text[] {
  const next = inTurn(center, seen);
  const done = confirmers.filter((as) => confirmationIn(center, as, seen));
  const mark = (as: Confirmer, is: 'done' | 'open') =>
    t(`registry:mark.${is}`, { who: t(`registry:confirmer.${as}`) });
  return [...done.map((as) => mark(as, 'done')), ...(next ? [mark(next, 'open')] : [])];
}

const confirmationIn = (center: Center, as: Confirmer, seen: Seen): Confirmation | undefined =>
  confirmationsOf(center, seen).find((one) => one.year === seen.year && one.as === as);
