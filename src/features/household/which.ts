import { byName } from '../../kernel/ask/byName.ts';
import { type CenterQuestion, centerNotFound, whichCenter } from '../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { readCenterYear, readYear } from '../../kernel/centerYear.ts';
import { numberBehind } from '../../kernel/commands.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import { draftOf, openDraft, type Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import { seeHouseholds } from './deeds.ts';
import { debtProgress } from './standing.ts';
import { centerOf, yearOf } from './talk/draft.ts';

/** What is done once the center is known, where it has to be asked for. */
const purposes = ['open', 'add', 'round1', 'round2', 'roundNone', 'close', 'move'] as const;
export type Purpose = (typeof purposes)[number];

/** The acts that are a choice of a center. */
const chooses = 'choose-';
/** Stands before the number that the command had. */
const aboutNumber = '-no';

export const scopesOf = (person: Person) =>
  capacities(person.bindings, seeHouseholds).map(({ scope }) => scope);

/** What a command, or the choice of a center, is for; nothing for a call within a center. */
export function purposeOf(call: Call): Purpose | undefined {
  switch (call.kind) {
    case 'command':
      return purposeOfCommand(call.command, call.rest);
    case 'act':
    case 'answer': {
      const [asked] = call.act.split(aboutNumber);
      return purposes.find((one) => `${chooses}${one}` === asked);
    }
    case 'event':
      return undefined;
    default:
      return call satisfies never;
  }
}

/** Whether what stands behind a command is the name of a center. */
export const namesCenter = (command: string): boolean => command === 'debt' || command === 'addHousehold';

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
    case 'act':
    case 'answer':
      return call.act.split(aboutNumber)[1] ?? '';
    case 'event':
      return '';
    default:
      return call satisfies never;
  }
}

/** Goes on with the center that a call is about and all centers of the person, or says what has to be said instead. */
export function withCenter(
  person: Person,
  call: Call,
  { context, year }: { readonly context: Context; readonly year: FiscalYear },
  goOn: (center: Center, centers: readonly Center[]) => Turn,
): Turn {
  const scopes = scopesOf(person);
  const purpose = purposeOf(call);
  const known = centerKnown(person, call);
  return ask({ centers: read('centersIn', scopes) }, ({ centers }) => {
    const center = centers.find(({ id }) => id === known);
    if (center) return goOn(center, centers);
    if (!purpose || purpose === 'roundNone') return centerNotFound(person, centers);
    // How many joined is shown where a center has to be chosen.
    return ask({ standings: read('standingsOf', scopes, year) }, ({ standings }) => {
      const asked: Call =
        call.kind === 'command' && !namesCenter(call.command) ? { ...call, rest: '' } : call;
      // A button of before carries no year.
      const saysYear = call.kind === 'command' || yearCarried(person, call) !== undefined;
      const question = {
        ...questionFor(purpose, numberNamed(call), centers, standings),
        ...(saysYear && { of: String(year) }),
      };
      return whichCenter(person, asked, question, context, (center) => goOn(center, centers));
    });
  });
}

/** The center that a button or the open card names; a command within a center's card, or a form of it, is about that one. */
function centerKnown(person: Person, call: Call): CenterId | undefined {
  switch (call.kind) {
    case 'command':
      return isAboutOpen(call) ? centerOpen(person).center : undefined;
    case 'act':
      return purposeOf(call) ? undefined : readCenterYear(call.value?.split('/')[0]).center;
    case 'answer':
      return purposeOf(call) ? undefined : readCenterYear(call.data.center).center;
    case 'event':
      return undefined;
    default:
      return call satisfies never;
  }
}

/** A command that names a center is about that one, whichever is open. */
const isAboutOpen = (call: Extract<Call, { kind: 'command' }>): boolean =>
  purposeOf(call) !== 'open' && !(namesCenter(call.command) && call.rest !== '');

/** The year that a call carries: a button or question its own, a command that of the card or form that is open. */
export function yearCarried(person: Person, call: Call): FiscalYear | undefined {
  switch (call.kind) {
    case 'command':
      return isAboutOpen(call) ? centerOpen(person).year : undefined;
    case 'act':
      return purposeOf(call)
        ? readYear(call.value?.split(' ')[0])
        : readCenterYear(call.value?.split('/')[0]).year;
    case 'answer':
      return purposeOf(call) ? readYear(call.data.of) : readCenterYear(call.data.center).year;
    case 'event': {
      const outcome = call.event.kind === 'outcome' ? call.event.outcome : undefined;
      return outcome && 'year' in outcome ? outcome.year : undefined;
    }
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

/** The center whose card, or whose form, is open, and its year. */
export function centerOpen(person: Person): ReturnType<typeof readCenterYear> {
  const { open } = person;
  if (open.kind === 'prompt' && open.flow === 'household') return readCenterYear(open.data.center);
  const told = open.kind === 'nothing' ? centerTold(person) : undefined;
  if (told?.center) return told;
  // A command parks the form that is open, which stays the last one.
  const draft = open.kind === 'nothing' ? draftOf(person, person.lastDraft) : openDraft(person);
  return draft?.form.startsWith('household-') ? { center: centerOf(draft), year: yearOf(draft) } : {};
}

/** The center to which the first button leads that is under what was told last, such as the receipt of its round. */
function centerTold({ shown }: Person): ReturnType<typeof readCenterYear> | undefined {
  const [first] = shown.options;
  const leads = first && 'tap' in first && first.tap.kind === 'act' && first.tap.flow === 'household';
  return leads && first.tap.act === 'center' ? readCenterYear(first.tap.value) : undefined;
}

/** The household whose card is open. */
export const householdOpen = ({ open }: Person): string | undefined =>
  open.kind === 'prompt' && open.flow === 'household' ? open.data.household : undefined;

function questionFor(
  purpose: Exclude<Purpose, 'roundNone'>,
  rest: string,
  centers: readonly Center[],
  standings: readonly AreaStanding[],
): CenterQuestion {
  const no = purpose === 'close' || purpose === 'move' ? numberBehind(rest) : undefined;
  const about = no === undefined ? '' : `${aboutNumber}${no}`;
  const rank = ({ householdTarget }: Center) => (householdTarget === 0 ? 1 : 0);
  const joinedIn = (id: CenterId) => {
    const found = standings.find(({ scope }) => scope.kind === 'center' && scope.center === id);
    return found && debtProgress(found.figures).inWork;
  };
  return {
    flow: 'household',
    act: `${chooses}${purpose}${about}`,
    heading: t(`household:chooseCenter.${purpose}`),
    centers: centers.toSorted((a, b) => rank(a) - rank(b) || byName(a, b)),
    note: ({ id, district, householdTarget: of }) => {
      const done = joinedIn(id);
      if (of === undefined) return t('household:centerRowTargetUnknown', { district });
      if (of === 0) return t('household:centerRowNoTarget', { district });
      return done === undefined
        ? t('household:centerRow', { district, of })
        : t('household:centerRowJoined', { district, done, of });
    },
    none: t('household:noCenters'),
  };
}
