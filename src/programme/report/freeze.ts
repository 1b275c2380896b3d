import { covers, type Scope, scopeKey } from '../area/areas.ts';
import { bangkokDate } from '../calendar/calendar.ts';
import type { IntentId, IsoDate, PersonId } from '../ids.ts';
import type { Role } from '../people/actor.ts';
import { decideOnce, type Shared } from '../sharedRecord.ts';
import type { Frozen } from './outcome.ts';
import type { Unit } from './unit.ts';

/** Between two dates, both included, the reports of an area are readable and nothing else, as for an audit. */
export type Freeze = {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly reason: string;
  readonly by: PersonId;
  readonly byName: string;
  /** The area of the one who set it; whoever has a smaller one does not lift it. */
  readonly scope: Scope;
};

/** Whether the reports of an area are frozen: one freeze at a time, which the area itself decides. */
export type AreaFreeze = Shared<FreezeOutcome> & {
  readonly id: string;
  readonly area: FreezableArea;
  readonly freeze?: Freeze | undefined;
  /** The days of those before. */
  readonly past?: readonly FrozenDays[];
};

/** Days on which reports are, or were, frozen; both are included. */
export type FrozenDays = Pick<Freeze, 'from' | 'until'>;

export type FreezableArea = Extract<Scope, { readonly kind: 'province' | 'district' }>;

/** Who may freeze the reports of an area. */
export const freezingRoles: readonly Role[] = ['province', 'director', 'provinceHead', 'department'];

export const freezeId = (area: FreezableArea): string => scopeKey(area);

/** An area that was never frozen. */
export const newAreaFreeze = (area: FreezableArea): AreaFreeze => ({
  ...{ id: freezeId(area), area },
  ...{ rev: 0, outcomes: {} },
});

/** The freeze that is in force at a time. */
export const freezeAt = (freezes: readonly Freeze[], at: Date): Freeze | undefined =>
  freezeOn(freezes, bangkokDate(at));

/** The freeze that is in force on a day. */
export const freezeOn = (freezes: readonly Freeze[], day: IsoDate): Freeze | undefined =>
  freezes.find((one) => isFrozenOn(one, day));

export const isFrozenOn = ({ from, until }: FrozenDays, day: IsoDate): boolean => from <= day && day <= until;

/** All days on which the reports of an area were frozen, are, or will be. */
export const frozenDays = ({
  past = [],
  freeze,
}: Pick<AreaFreeze, 'past' | 'freeze'>): readonly FrozenDays[] => (freeze ? [...past, freeze] : past);

/** The areas around a unit of which each may be frozen, the widest first. */
export function freezableAround(unit: Unit): readonly FreezableArea[] {
  const { province } = unit;
  const whole = { kind: 'province', province } as const;
  return unit.kind === 'province'
    ? [whole]
    : [whole, { kind: 'district', province, district: unit.district }];
}

/** Whether its last day has passed. */
export const isFreezeOver = ({ until }: Pick<Freeze, 'until'>, today: IsoDate): boolean => until < today;

/** What is said of a freeze that stands in the way. */
export const frozenBy = ({ from, until, reason, byName }: Freeze): Frozen => ({
  ...{ kind: 'frozen', from, until, reason, byName },
});

type Acting = {
  readonly id: IntentId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Date;
  /** None of who has none for the area. */
  readonly capacity?: { readonly role: Role; readonly scope: Scope };
};

export type FreezeIntent =
  | (Acting & {
      readonly kind: 'freeze';
      readonly from: IsoDate;
      readonly until: IsoDate;
      readonly reason: string;
    })
  | (Acting & { readonly kind: 'lift' });

export type FreezeOutcome =
  | { readonly kind: 'set'; readonly freeze: Freeze }
  | { readonly kind: 'lifted'; readonly freeze: Freeze }
  | { readonly kind: 'notEntitled' }
  | { readonly kind: 'reasonMissing' }
  /** It would begin in the past, or end before it begins. */
  | { readonly kind: 'datesAreWrong' }
  | { readonly kind: 'notFrozen' }
  /** By a wider area: a smaller one neither lifts it nor sets other dates. */
  | Frozen;

/** Decides an intent about the freeze of an area; an intent seen before changes nothing. */
export const decideFreeze = (present: AreaFreeze, intent: FreezeIntent) =>
  decideOnce<AreaFreeze, FreezeOutcome>(present, intent.id, () => {
    const { by, name: byName, at, capacity } = intent;
    const today = bangkokDate(at);
    if (!capacity || !freezingRoles.includes(capacity.role) || !covers(capacity.scope, present.area))
      return unchanged({ kind: 'notEntitled' });
    const before = present.freeze && !isFreezeOver(present.freeze, today) ? present.freeze : undefined;
    if (before && !mayLift(capacity.scope, before)) return unchanged(frozenBy(before));
    if (intent.kind === 'lift') {
      if (!before) return unchanged({ kind: 'notFrozen' });
      return {
        change: { freeze: undefined, ...pastOf(present, today) },
        outcome: { kind: 'lifted', freeze: before },
      };
    }
    const reason = intent.reason.trim();
    const { from, until } = intent;
    if (reason === '') return unchanged({ kind: 'reasonMissing' });
    if (from < today || until < from) return unchanged({ kind: 'datesAreWrong' });
    const freeze: Freeze = { from, until, reason, by, byName, scope: capacity.scope };
    return { change: { freeze, ...pastOf(present, today) }, outcome: { kind: 'set', freeze } };
  });

/** The days that were frozen so far, with those of a freeze that ends or is replaced today. */
function pastOf({ freeze, past = [] }: AreaFreeze, today: IsoDate): Pick<AreaFreeze, 'past'> {
  if (!freeze || freeze.from > today) return {};
  const { from, until } = freeze;
  return { past: [...past, { from, until: until < today ? until : today }] };
}

/** What a wider area has frozen, a smaller one does not lift. */
export const mayLift = (scope: Scope, freeze: Pick<Freeze, 'scope'>): boolean => covers(scope, freeze.scope);

const unchanged = (outcome: FreezeOutcome) => ({ change: {}, outcome });
