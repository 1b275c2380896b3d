import { readInviteCode } from '../domain/inviteCode.ts';
import { readReceipt } from '../domain/receipt.ts';
import { presentSlot } from '../engine/advance.ts';
import type { LeafStep } from '../engine/form.ts';
import type { EventId } from '../engine/ids.ts';
import { labelKey, wordKey } from '../engine/parse/clean.ts';
import { readYesNo } from '../engine/parse/yesNo.ts';
import {
  type CommandName,
  commands,
  formMoves,
  navigation,
  type ReadCommand,
  readCommand,
  type Wordings,
} from './commands.ts';
import type { InboundEvent } from './event.ts';
import type { Call } from './flow.ts';
import { specOf } from './form/talk.ts';
import { talkOf } from './forms/index.ts';
import { draftOf, openDraft, type Person } from './person.ts';
import { questionKey } from './questionKey.ts';
import { type FlowId, type Option, type Tap, type Text, t } from './reply.ts';

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
  claim: 'assess',
  release: 'assess',
  submit: 'assess',
  correctCenter: 'registry',
  confirmCenter: 'registry',
  carryPlan: 'plan',
  invite: 'invite',
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
  if (command && command.rest === '') return { flow: 'stray', call: { kind: 'act', act: 'commandOrAnswer' } };
  if (freeText && isFixedWord(text, wordings))
    return { flow: 'stray', call: { kind: 'act', act: 'wordOrAnswer' } };
  return routeAnswer(person, event);
}

const fixedWords: readonly Text[] = [
  t('common:submit'),
  t('common:correct'),
  t('common:done'),
  t('common:useSuggestion'),
];

/** Words that act elsewhere: with free text open they are rather a slip than its answer. */
function isFixedWord(text: string, wordings: Wordings): boolean {
  const typed = [labelKey(text), wordKey(text)];
  return (
    readYesNo(text).kind === 'read' ||
    fixedWords.some((word) => wordings(word).some((label) => typed.includes(labelKey(label))))
  );
}

/** A code that can be nothing else: figures alone are an answer, and letters alone a word. */
const isInviteCode = (text: string): boolean =>
  readInviteCode(text) !== undefined && /[0-9๐-๙]/.test(text) && /[a-z]/i.test(text);

const mayHoldLetters: readonly LeafStep['kind'][] = ['text', 'number', 'money', 'phone'];

/** Whether the open question could be answered with what looks like a code, such as `25000THB`. */
function takesCodes(person: Person, wordings: Wordings): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined || open.act === 'code';
  const kind = openStep(person, wordings)?.kind;
  return kind !== undefined && mayHoldLetters.includes(kind);
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

/** A command; one that is no move of the form in progress parks it. */
function routeCommand(person: Person, { name, rest }: ReadCommand): Route {
  const call: Call = { kind: 'command', command: name, rest };
  const stays: readonly CommandName[] = [...formMoves, 'continue', 'help'];
  const parks = person.open.kind === 'draft' && !stays.includes(name);
  return { flow: commands[name].flow, call, ...(parks ? { parks } : {}) };
}

/** The button that was shown last and has this label. */
function shownOption({ shown }: Person, text: string, wordings: Wordings): Option | undefined {
  const typed = [labelKey(text), wordKey(text)];
  return shown.options.find((one) =>
    wordings(one.label).some((label) => typed.some((key) => reads(key, labelKey(label)))),
  );
}

/** What the exact label of a button that was shown last does; a button that says a command is that command. */
function shownTap(
  person: Person,
  text: string,
  wordings: Wordings,
): Exclude<Tap, { kind: 'say' }> | undefined {
  const option = shownOption(person, text, wordings);
  return option && 'tap' in option && option.tap.kind !== 'say' ? option.tap : undefined;
}

/** What a button picks whose label was typed, which opens no calendar, camera or map. */
function shownPicker(person: Person, text: string, wordings: Wordings): string | undefined {
  const option = shownOption(person, text, wordings);
  return option && 'pick' in option ? option.pick : undefined;
}

/** Whether a typed text is a label, which a narrow button may have cut. */
const reads = (typed: string, label: string): boolean =>
  typed === label || (typed.length > 2 && typed.endsWith('…') && label.startsWith(typed.slice(0, -1)));

/** Whether the open question takes any text, so that a command word could be its answer. */
function isFreeText(person: Person, wordings: Wordings): boolean {
  const { open } = person;
  if (open.kind === 'prompt') return open.data.free !== undefined;
  return openStep(person, wordings)?.kind === 'text';
}

/** The question of a form that is open. */
function openStep(person: Person, wordings: Wordings): LeafStep | undefined {
  const draft = openDraft(person);
  return draft && presentSlot(specOf(talkOf(draft), { wordings }), draft)?.step;
}

/**
 * An answer belongs to the question that the person saw: its delivery was confirmed, and the text was typed
 * after it was shown. Without this, one lost reply puts answers under the wrong question.
 */
export function isHeard(person: Person, event: Pick<InboundEvent, 'at'>): boolean {
  const { heardAt } = person.shown;
  return heardAt !== undefined && event.at >= heardAt;
}
