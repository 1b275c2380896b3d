import type { Center } from '../../domain/center/center.ts';
import type { CenterId } from '../../domain/ids.ts';
import { capacities } from '../../domain/people/actor.ts';
import { byName } from '../ask/byName.ts';
import { actOfMore, type CenterQuestion, centerNotFound, whichCenter } from '../ask/whichCenter.ts';
import { numberBehind } from '../commands.ts';
import type { Call, Context } from '../flow.ts';
import { draftOf, openDraft, type Person } from '../person.ts';
import { t } from '../reply.ts';

/** What is done once the center is known, where it has to be asked for. */
const purposes = ['open', 'add', 'round1', 'round2', 'roundNone', 'close', 'move'] as const;
export type Purpose = (typeof purposes)[number];

/** The acts that are a choice of a center. */
const chooses = 'choose-';
/** Stands before the number that the command had. */
const aboutNumber = '-no';

export const scopesOf = (person: Person) =>
  capacities(person.bindings, 'seeHouseholds').map(({ scope }) => scope);

/** What a command, or the choice of a center, is for; nothing for a call within a center. */
export function purposeOf(call: Call): Purpose | undefined {
  switch (call.kind) {
    case 'command':
      return purposeOfCommand(call.command, call.rest);
    case 'act':
    case 'answer': {
      const act = call.kind === 'act' && call.act === 'more' ? actOfMore(call.value) : call.act;
      const [asked] = act?.split(aboutNumber) ?? [];
      return purposes.find((one) => `${chooses}${one}` === asked);
    }
    case 'event':
      return undefined;
    default:
      return call satisfies never;
  }
}

function purposeOfCommand(command: string, rest: string): Purpose | undefined {
  switch (command) {
    case 'addHousehold':
      return 'add';
    case 'closeHousehold':
      return 'close';
    case 'moveCenter':
      return 'move';
    case 'submitRound':
      return roundOf(rest);
    default:
      return 'open';
  }
}

/** Round 1 unless one is named; a round that there is not is said. */
function roundOf(rest: string): Purpose {
  const round = rest === '' ? 1 : numberBehind(rest);
  if (round === 1) return 'round1';
  return round === 2 ? 'round2' : 'roundNone';
}

/** The number behind a command, which is kept while its center is asked for. */
export function numberNamed(call: Call): string {
  switch (call.kind) {
    case 'command':
      return call.rest;
    case 'act': {
      const named = call.act === 'more' ? actOfMore(call.value) : call.act;
      return named?.split(aboutNumber)[1] ?? '';
    }
    case 'answer':
      return call.act.split(aboutNumber)[1] ?? '';
    case 'event':
      return '';
    default:
      return call satisfies never;
  }
}

/** The center that a call is about, or what has to be said instead. */
export function centerMeant(person: Person, call: Call, context: Context): ReturnType<typeof whichCenter> {
  const purpose = purposeOf(call);
  const known = context.gathered.centers.find(({ id }) => id === centerKnown(person, call));
  if (known) return { kind: 'center', center: known };
  if (!purpose) return { kind: 'said', decision: centerNotFound(person) };
  const asked: Call = call.kind === 'command' && purpose !== 'open' ? { ...call, rest: '' } : call;
  return whichCenter(person, asked, questionFor(purpose, numberNamed(call), context), context);
}

/** The center that a button or the open card names; a command within a center's card, or a form of it, is about that one. */
function centerKnown(person: Person, call: Call): CenterId | undefined {
  switch (call.kind) {
    case 'command':
      return purposeOf(call) === 'open' ? undefined : centerOpen(person);
    case 'act':
      return purposeOf(call) ? undefined : branded(call.value?.split('/')[0]);
    case 'answer':
      return purposeOf(call) ? undefined : branded(call.data.center);
    case 'event':
      return undefined;
    default:
      return call satisfies never;
  }
}

/** The center that an outcome is about. */
export function centerOfOutcome(call: Call): CenterId | undefined {
  if (call.kind !== 'event' || call.event.kind !== 'outcome') return undefined;
  const { outcome } = call.event;
  return 'center' in outcome ? outcome.center : undefined;
}

/** The center whose card, or whose form, is open. */
export function centerOpen(person: Person): CenterId | undefined {
  const { open } = person;
  if (open.kind === 'prompt' && open.flow === 'household') return branded(open.data.center);
  // A command parks the form that is open, which stays the last one.
  const draft = open.kind === 'nothing' ? draftOf(person, person.lastDraft) : openDraft(person);
  return draft?.form.startsWith('household-') ? branded(draft.subject.center) : undefined;
}

/** The household whose card is open. */
export const householdOpen = ({ open }: Person): string | undefined =>
  open.kind === 'prompt' && open.flow === 'household' ? open.data.household : undefined;

const branded = (id: string | undefined): CenterId | undefined => id as CenterId | undefined;

function questionFor(purpose: Purpose, rest: string, { gathered }: Context): CenterQuestion {
  const { centers, standings } = gathered;
  const no = purpose === 'close' || purpose === 'move' ? numberBehind(rest) : undefined;
  const about = no === undefined ? '' : `${aboutNumber}${no}`;
  const rank = ({ householdTarget }: Center) => (householdTarget > 0 ? 0 : 1);
  const joinedIn = (id: CenterId) =>
    standings.find(({ scope }) => scope.kind === 'center' && scope.center === id)?.progress.households;
  return {
    flow: 'household',
    act: `${chooses}${purpose}${about}`,
    heading: t('household:chooseCenter'),
    centers: centers.toSorted((a, b) => rank(a) - rank(b) || byName(a, b)),
    note: ({ id, district, householdTarget: of }) => {
      const done = joinedIn(id);
      if (of === 0) return t('household:centerRowNoTarget', { district });
      return done === undefined
        ? t('household:centerRow', { district, of })
        : t('household:centerRowJoined', { district, done, of });
    },
    none: t('household:noCenters'),
  };
}
