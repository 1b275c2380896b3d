import { createHash } from 'node:crypto';
import { bangkokDate } from '../../../programme/calendar/calendar.ts';
import { encodeCrockford } from '../../../programme/crockford.ts';
import type { HouseholdId, IntentId, IsoDate } from '../../../programme/ids.ts';
import { remember } from '../../../programme/sharedRecord.ts';
import { joiningProblem, numbered, outsideProblem } from './contract.ts';
import { fieldKey } from './field.ts';
import type { Household, HouseholdOutcome, Join, Place, Work } from './household.ts';
import { type HouseholdProblem, longest, problem, textProblem } from './problem.ts';

/** Most people of one family in one house. */
export const mostMembers = 50;

/** The id of the household that an intent brings in; the same intent makes the same one. */
export function householdId(intent: IntentId): HouseholdId {
  const hash = createHash('sha256').update(`household ${intent}`).digest();
  return brand(`H${encodeCrockford(hash, 16)}`);
}

const brand = (text: string): HouseholdId => text as HouseholdId;

/** What is wrong with a joining; to be asked before the book gives a number. */
export function joinProblem(join: Join): HouseholdProblem | undefined {
  return (
    particularsProblem(join) ??
    (joinedOn(join) > bangkokDate(join.at) ? problem('inFuture') : undefined) ??
    joiningProblem(join.contracts, join.outside) ??
    outsideProblem(join.outside)
  );
}

function particularsProblem({ head, houseNo, members }: Join): HouseholdProblem | undefined {
  return textProblem('head', head, longest.name) ?? houseProblem(houseNo) ?? membersProblem(members);
}

export const houseProblem = (houseNo: string) => textProblem('houseNo', houseNo, longest.houseNo);

export function membersProblem(members: number): HouseholdProblem | undefined {
  return Number.isInteger(members) && members >= 1 && members <= mostMembers
    ? undefined
    : problem('membersOutOfRange', { max: mostMembers });
}

/**
 * Brings in a new household under its number, or one that is known for another year. The joining was checked with
 * `joinProblem`, and the number comes from the center's book.
 */
export function decideJoin(
  present: Household | undefined,
  join: Join,
  place: Place,
): { record: Household; outcome: HouseholdOutcome } {
  const known = present?.outcomes[join.id];
  if (present && known) return { record: present, outcome: known };
  const refusal = present ? whyNot(present, join) : undefined;
  if (present && refusal) return settled(present, join, refusal);
  const household = present?.id ?? householdId(join.id);
  return settled(present ? again(present, join) : begun(join, household, place), join, {
    kind: 'joined',
    household,
    no: present?.place.no ?? place.no,
  });
}

function settled(record: Household, { id }: Join, outcome: HouseholdOutcome) {
  const { rev, outcomes } = record;
  return { outcome, record: { ...record, rev: rev + 1, outcomes: remember(outcomes, id, outcome) } };
}

function whyNot(present: Household, join: Join): HouseholdOutcome | undefined {
  if (present.place.center !== join.center) return { kind: 'elsewhere' };
  const wrong =
    (present.closed ? problem('closed', { why: present.closed.why }) : undefined) ??
    (present.work[join.year] ? problem('alreadyJoined') : undefined) ??
    joinProblem(join);
  return wrong && { kind: 'refused', problem: wrong };
}

function begun(join: Join, id: HouseholdId, place: Place): Household {
  const { head, houseNo, members, phone } = join;
  return {
    id,
    rev: 0,
    place,
    earlier: [],
    head,
    houseNo,
    members,
    ...(phone !== undefined && { phone }),
    consentedAt: join.at,
    work: { [join.year]: workOf(join) },
    changed: {},
    history: [entryOf(join)],
    outcomes: {},
  };
}

/** The particulars are what the household says now. */
function again(present: Household, join: Join): Household {
  const { head, houseNo, members, phone } = join;
  const fields = ['head', 'houseNo', 'members', 'phone'] as const;
  const revs = fields.map((field) => [fieldKey({ field }, join.year), present.rev + 1] as const);
  return {
    ...present,
    head,
    houseNo,
    members,
    ...(phone !== undefined && { phone }),
    consentedAt: join.at,
    work: { ...present.work, [join.year]: workOf(join) },
    changed: { ...present.changed, ...Object.fromEntries(revs) },
    history: [...present.history, entryOf(join)],
  };
}

const joinedOn = ({ on, at }: Join): IsoDate => on ?? bangkokDate(at);

const entryOf = ({ at, by, name, year }: Join) => ({ at, by, byName: name, did: 'joined' as const, year });

function workOf(join: Join): Work {
  return {
    joinedOn: joinedOn(join),
    before: numbered(join.contracts),
    outside: join.outside,
    steps: [],
    methods: [],
    withdrawn: [],
  };
}
