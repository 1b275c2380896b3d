import { readReceipt } from '../../domain/report/receipt.ts';
import type { EventId } from '../../engine/ids.ts';
import {
  type CommandName,
  commands,
  formMoves,
  navigation,
  type ReadCommand,
  readCommand,
  type Wordings,
} from '../commands.ts';
import type { InboundEvent } from '../event.ts';
import type { Call } from '../flow.ts';
import { questionKey } from '../form/questionKey.ts';
import { draftOf, type Person } from '../person.ts';
import type { FlowId, Tap } from '../reply.ts';
import { isFixedWord, isFreeText, isInviteCode, takesCodes } from './meant.ts';
import { shownPicker, shownTap } from './shown.ts';

/** Which flow a turn belongs to, and what it is called for. */
export type Route = {
  readonly flow: FlowId;
  readonly call: Call;
  /** A form in progress was left for this. */
  readonly parks?: boolean;
  /** The event as it is taken, where a text shown back is used after all. */
  readonly event?: InboundEvent;
  /** That text, which is used once. */
  readonly uses?: EventId;
};

/** Finds the flow of an event. Nothing is decided here but whose turn it is. */
export function route(person: Person, event: InboundEvent, wordings: Wordings): Route {
  const happened: Call = { kind: 'event', event };
  if (!person.consentedAt) return beforeConsent(event);
  switch (event.kind) {
    case 'text':
      return routeText(person, event, event.text, wordings);
    case 'tap':
      return routeTap(person, event.tap, wordings, event);
    case 'file':
    case 'location':
      return routeAnswer(person, event);
    case 'outcome':
      return { flow: outcomeFlow[event.outcome.of], call: happened };
    case 'follow':
    case 'unfollow':
    case 'notice':
      return { flow: 'people', call: happened };
    case 'tick':
      return { flow: 'clock', call: happened };
    case 'unusableFile':
    case 'other':
    case 'strangeTap':
    case 'group':
    case 'unsend':
      return { flow: 'stray', call: happened };
    default:
      return event satisfies never;
  }
}

const outcomeFlow = {
  redeem: 'people',
  letGo: 'people',
  claim: 'assess',
  release: 'assess',
  submit: 'assess',
  correctCenter: 'registry',
  confirmCenter: 'registry',
  carryPlan: 'plan',
  invite: 'invite',
  setDeadline: 'deadline',
  planAnnouncement: 'announce',
  sendAnnouncement: 'announce',
  stopAnnouncement: 'announce',
  countLate: 'remind',
  remindLate: 'remind',
  joinHousehold: 'household',
  workHousehold: 'household',
  logCenterStep: 'household',
  batchHouseholds: 'household',
  moveHousehold: 'household',
  submitRound: 'household',
} as const satisfies { readonly [of: string]: FlowId };

/** A stranger only ever meets the question of consent. */
function beforeConsent(event: InboundEvent): Route {
  if (event.kind === 'group') return { flow: 'stray', call: { kind: 'event', event } };
  if (event.kind === 'tap' && event.tap.kind === 'act' && event.tap.flow === 'people') {
    return { flow: 'people', call: { kind: 'act', act: event.tap.act } };
  }
  return { flow: 'people', call: { kind: 'event', event } };
}

function routeTap(
  person: Person,
  tap: Exclude<Tap, { kind: 'say' }>,
  wordings: Wordings,
  event: InboundEvent,
): Route {
  if (tap.kind === 'act' && isOfOffer(tap)) return routeOffer(person, tap, event, wordings);
  if (tap.kind === 'act' && tap.draft === undefined) {
    return {
      flow: tap.flow,
      call: { kind: 'act', act: tap.act, ...(tap.value === undefined ? {} : { value: tap.value }) },
    };
  }
  const { draft } = tap;
  if (draft !== undefined && !draftOf(person, draft))
    return { flow: 'stray', call: { kind: 'act', act: 'oldDraft', draft } };
  if (tap.kind === 'act') {
    return {
      flow: tap.flow,
      call: {
        kind: 'act',
        act: tap.act,
        ...(tap.value === undefined ? {} : { value: tap.value }),
        ...(draft ? { draft } : {}),
      },
    };
  }
  return {
    flow: 'form',
    call: { kind: 'act', act: 'answer', value: `${tap.step}=${tap.value}`, draft: tap.draft },
  };
}

/** What stands behind a command's word is a name or a number; a sentence is rather an answer. */
const longestRest = 30;

function routeText(person: Person, event: InboundEvent, text: string, wordings: Wordings): Route {
  const tapped = shownTap(person, text, wordings);
  const command = readCommand(text, wordings);
  const freeText = isFreeText(person, wordings);
  const heard = isHeard(person, event);
  // A word of navigation always acts; any other command does, unless the open question takes any text.
  if (command && !(tapped && heard) && (navigation.includes(command.name) || !freeText))
    return routeCommand(person, command);
  const receipt = readReceipt(text);
  if (receipt) return { flow: 'receipt', call: { kind: 'act', act: 'show', value: receipt } };
  if (isInviteCode(text) && !takesCodes(person, wordings))
    return { flow: 'people', call: { kind: 'act', act: 'redeem' } };
  if (person.open.kind === 'nothing' && !tapped) return { flow: 'stray', call: { kind: 'event', event } };
  if (!heard) return { flow: 'stray', call: { kind: 'act', act: 'unheard' } };
  if (tapped) return routeTap(person, tapped, wordings, event);
  const picker = shownPicker(person, text, wordings);
  if (picker) return { flow: 'stray', call: { kind: 'act', act: 'picker', value: picker } };
  if (command && command.rest.length <= longestRest)
    return { flow: 'stray', call: { kind: 'act', act: 'commandOrAnswer' } };
  if (freeText && isFixedWord(person, text, wordings))
    return { flow: 'stray', call: { kind: 'act', act: 'wordOrAnswer' } };
  return routeAnswer(person, event);
}

/** The open question takes the event. */
function routeAnswer(person: Person, event: InboundEvent): Route {
  const { open } = person;
  const happened: Call = { kind: 'event', event };
  switch (open.kind) {
    case 'draft':
      return { flow: 'form', call: happened };
    case 'prompt':
      return { flow: open.flow, call: { kind: 'answer', act: open.act, data: open.data, event } };
    case 'nothing':
      return { flow: 'stray', call: happened };
    default:
      return open satisfies never;
  }
}

/** A text that was shown back is used after all: as the answer, or as the command that it may be. */
function routeOffer(
  person: Person,
  tap: { act: string; value?: string },
  event: InboundEvent,
  wordings: Wordings,
): Route {
  const offer = person.offered.find((one) => one.event === tap.value);
  if (!offer || offer.question !== questionKey(person, wordings))
    return { flow: 'stray', call: { kind: 'act', act: 'offerGone' } };
  const { id, who, lineUser, at, receivedAt, redelivered, replyToken } = event;
  const again: InboundEvent = {
    ...{ id, who, lineUser, at, receivedAt, redelivered, kind: 'text', text: offer.text },
    ...(replyToken ? { replyToken } : {}),
  };
  const command = tap.act === 'runCommand' ? readCommand(offer.text, wordings) : undefined;
  const used = { event: again, uses: offer.event };
  if (command) return { ...routeCommand(person, command), ...used };
  const tapped = shownTap(person, offer.text, wordings);
  const meant = tapped && !isOfOffer(tapped) ? routeTap(person, tapped, wordings, again) : undefined;
  return { ...(meant ?? routeAnswer(person, again)), ...used };
}

const isOfOffer = (tap: Tap): boolean =>
  tap.kind === 'act' && (tap.act === 'useOffer' || tap.act === 'runCommand');

/** A command; one that is no move of the form in progress parks it, but for a word of courtesy. */
function routeCommand(person: Person, { name, rest }: ReadCommand): Route {
  const call: Call = { kind: 'command', command: name, rest };
  const stays: readonly CommandName[] = [...formMoves, 'continue', 'help', 'acknowledged'];
  const parks = person.open.kind === 'draft' && !stays.includes(name);
  return { flow: commands[name].flow, call, ...(parks ? { parks } : {}) };
}

/**
 * An answer belongs to the question that the person saw: its delivery was confirmed, and the text was typed
 * after it was shown. Without this, one lost reply puts answers under the wrong question.
 */
export function isHeard(
  person: Person,
  { at, ageUnknown }: Pick<InboundEvent, 'at' | 'ageUnknown'>,
): boolean {
  const { heardAt } = person.shown;
  return heardAt !== undefined && !ageUnknown && at >= heardAt;
}
