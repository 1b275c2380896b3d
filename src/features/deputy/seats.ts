import { openYears } from '../../kernel/duty/readDuties.ts';
import type { Parts } from '../../kernel/effects.ts';
import { readPeople } from '../../kernel/readPeople.ts';
import type { AnyCase } from '../../kernel/report/cases.ts';
import { reached, signersAmong } from '../../kernel/report/signers.ts';
import { areaAround, provinces, type Scope, scopeKey } from '../../programme/area/areas.ts';
import { seatArea } from '../../programme/duty/step.ts';
import type { FiscalYear, PersonId } from '../../programme/ids.ts';
import type { Binding, Role } from '../../programme/people/actor.ts';
import { seatId } from '../../programme/people/seat.ts';
import { hasSigned } from '../../programme/report/chain.ts';
import type { SignStep } from '../../programme/report/rules.ts';
import { stageOf } from '../../programme/report/stage.ts';
import { askedFor } from './deeds.ts';

/** A seat that signs reports. */
export type SeatPlace = {
  readonly role: Role;
  readonly scope: Scope;
  /** Of a chair's seat, what the center is called. */
  readonly centerName?: string;
};

export type OpenSeat = SeatPlace & {
  readonly holders: readonly PersonId[];
  /** Held by the one who asks. */
  readonly own: boolean;
  /** Reports that wait for the seat and that nobody reached can sign, what waits longest first. */
  readonly reports: readonly AnyCase[];
};

export type Candidate = { readonly id: PersonId; readonly name: string; readonly binding: Binding };

export type SeatParts = Pick<Parts, 'store' | 'reports' | 'clock' | 'year'>;

/** The seats of a role in an area that reports wait for and where nobody can sign them, or hears that they wait. */
export async function unsignedSeats(
  parts: SeatParts,
  role: Role,
  within: Scope,
): Promise<readonly Omit<OpenSeat, 'own'>[]> {
  const { store, clock } = parts;
  const areas = within.kind === 'nation' ? await provincesToLookAt(parts, role) : [within];
  const waiting = await waitingFor(parts, role, areas);
  const at = clock.now();
  const scopes = new Map(waiting.map(({ scope }) => [scopeKey(scope), scope]));
  const open = await Promise.all(
    [...scopes].map(async ([key, scope]) => {
      const [holders, seat] = await Promise.all([
        store.persons.holding([role], scope),
        store.seats.read(seatId(role, scope)),
      ]);
      const { deputies = [] } = seat ?? {};
      const here = await reached(store.persons, [...holders, ...deputies.map(({ to }) => to)]);
      const reports = waiting
        .filter((one) => scopeKey(one.scope) === key)
        .filter(
          ({ record, step }) =>
            !signersAmong(record, { step, at, holders, deputies }).some((one) => here.includes(one)),
        )
        .map(({ record }) => record);
      return { role, scope, ...(await nameOf(parts, scope)), holders, reports };
    }),
  );
  return open.filter(({ reports }) => reports.length > 0);
}

type Waiting = {
  readonly record: AnyCase;
  readonly step: SignStep;
  readonly scope: Scope;
  readonly since: Date;
};

async function waitingFor(
  { store, reports, year }: SeatParts,
  role: Role,
  areas: readonly Scope[],
): Promise<readonly Waiting[]> {
  const kinds = [...reports.values()].filter(({ rules }) => rules.chain.some((step) => step.role === role));
  const years: readonly FiscalYear[] = await openYears(store, await year());
  const all = await Promise.all(
    kinds.map(async ({ rules }) => {
      const records = await store.cases.of<unknown>(rules).within(areas, years);
      return records.flatMap((record): readonly Waiting[] => {
        const stage = stageOf(record, rules);
        if (stage.kind !== 'waits' || stage.step.role !== role) return [];
        const { step, since } = stage;
        return [{ record, step, since, scope: seatArea(record.unit, step.role) }];
      });
    }),
  );
  return all.flat().sort((a, b) => a.since.getTime() - b.since.getTime());
}

/**
 * Of the whole nation only the provinces whose seat is vacant, or whose holder left LINE or has other work as well and so
 * may have signed another step.
 */
async function provincesToLookAt({ store }: SeatParts, role: Role): Promise<readonly Scope[]> {
  const people = await readPeople(store.persons, await store.persons.holding([role], { kind: 'nation' }));
  const free = people
    .filter(({ away, bindings }) => !away && bindings.length === 1)
    .flatMap(({ bindings }) => bindings.map(({ scope }) => scopeKey(scope)));
  return provinces
    .map((province): Scope => ({ kind: 'province', province }))
    .filter((scope) => !free.includes(scopeKey(scope)));
}

export async function nameOf({ store }: Pick<SeatParts, 'store'>, scope: Scope) {
  const found = scope.kind === 'center' ? await store.centers.read(scope.center) : undefined;
  return found ? { centerName: found.center.name } : {};
}

/** Who may be asked, the nearest roles first and by name. */
export async function candidatesFor(
  { store }: Pick<SeatParts, 'store'>,
  { role, scope, holders, reports }: OpenSeat,
  asks: PersonId,
): Promise<readonly Candidate[]> {
  const roles = askedFor[role] ?? [];
  const around = areaAsked(role, scope);
  const people = await readPeople(store.persons, await store.persons.holding(roles, around));
  return people
    .filter(({ id, away }) => !away && id !== asks && !holders.includes(id))
    .filter(({ id }) => reports.every((record) => !hasSigned(record, id)))
    .flatMap(({ id, name = '', bindings }): readonly Candidate[] => {
      const [binding] = roles.flatMap((one) => bindings.filter((own) => own.role === one));
      return binding ? [{ id, name, binding }] : [];
    })
    .sort(
      (a, b) =>
        roles.indexOf(a.binding.role) - roles.indexOf(b.binding.role) || a.name.localeCompare(b.name, 'th'),
    );
}

/** For a chair the district, for a head the province. */
const areaAsked = (role: Role, scope: Scope): Scope =>
  areaAround(scope, role === 'chair' ? 'district' : 'province');
