import type { EventId } from '../../engine/ids.ts';
import type { ReadCommand } from '../commands.ts';
import type { InboundEvent } from '../event.ts';
import type { Recognised } from '../feature.ts';
import type { Call, Context } from '../flow.ts';
import { questionKey } from '../form/questionKey.ts';
import { draftOf, type Person } from '../person.ts';
import type { FlowId, Tap } from '../reply.ts';
import { isFreeText, isSlip, takesCodes } from './meant.ts';
import { offerActs, shownPicker, shownTap, typedOfTwo } from './shown.ts';

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
  /** Only where this is so; else the other way is taken. */
  readonly where?: { readonly want: NonNullable<Recognised['where']>; readonly otherwise: Route };
};

type Words = Pick<Context, 'wordings' | 'features'>;

/** Finds the flow of an event. Nothing is decided here but whose turn it is. */
export function route(person: Person, event: InboundEvent, words: Words): Route {
  if (!person.consentedAt) return beforeConsent(event, words);
  switch (event.kind) {
    case 'text':
      return routeText(person, event, event.text, words);
    case 'tap':
      return routeTap(person, event.tap, words, event);
    case 'file':
    case 'location':
      return routeAnswer(person, event);
    case 'outcome':
      return { flow: words.features.flowOfOutcome(event.outcome.of), call: { kind: 'event', event } };
    default:
      return routeEvent(event, words);
  }
}

/** The flow that takes all events of its kind. */
const routeEvent = (event: InboundEvent, { features }: Words): Route => ({
  flow: features.flowOfEvent(event.kind),
  call: { kind: 'event', event },
});

/** A button of a flow that this version does not have. */
function strangeTap(
  { id, who, lineUser, at, receivedAt, redelivered, replyToken }: InboundEvent,
  words: Words,
): Route {
  const strange: InboundEvent = {
    ...{ id, who, lineUser, at, receivedAt, redelivered, kind: 'strangeTap' },
    ...(replyToken ? { replyToken } : {}),
  };
  return { ...routeEvent(strange, words), event: strange };
}

/** A stranger only ever meets the question of consent. */
function beforeConsent(event: InboundEvent, words: Words): Route {
  if (event.kind === 'group') return routeEvent(event, words);
  const flow = words.features.flowOfStrangers;
  if (event.kind === 'tap' && event.tap.kind === 'act' && event.tap.flow === flow)
    return { flow, call: actOf(event.tap) };
  return { flow, call: { kind: 'event', event } };
}

function routeTap(
  person: Person,
  tap: Exclude<Tap, { kind: 'say' }>,
  words: Words,
  event: InboundEvent,
): Route {
  if (tap.kind === 'act' && !words.features.isFlow(tap.flow)) return strangeTap(event, words);
  if (tap.kind === 'act' && isOfOffer(tap)) return routeOffer(person, tap, event, words);
  if (tap.kind === 'act' && tap.draft === undefined) {
    return {
      flow: tap.flow,
      call: actOf(tap),
    };
  }
  const { draft } = tap;
  if (draft !== undefined && !draftOf(person, draft))
    return { flow: 'stray', call: { kind: 'act', act: 'oldDraft', draft } };
  if (tap.kind === 'act') {
    return {
      flow: tap.flow,
      call: {
        ...actOf(tap),
        ...(draft ? { draft } : {}),
      },
    };
  }
  return {
    flow: 'form',
    call: { kind: 'act', act: 'answer', value: `${tap.step}=${tap.value}`, draft: tap.draft },
  };
}

const actOf = ({ act, value }: Extract<Tap, { kind: 'act' }>): Extract<Call, { kind: 'act' }> => ({
  kind: 'act',
  act,
  ...(value === undefined ? {} : { value }),
});

/** What stands behind a command's word is a name or a number; a sentence is rather an answer. */
const longestRest = 30;

function routeText(person: Person, event: InboundEvent, text: string, words: Words): Route {
  const tapped = shownTap(person, text, words.wordings);
  const command = words.features.commands.read(text);
  // A word of navigation always acts; any other command does, unless the open question takes any text.
  const acts = command?.command.navigates || !isFreeText(person, words);
  if (command && acts && !(tapped && isHeard(person, event))) return routeCommand(person, command);
  const recognised = words.features.recognise(text, takesCodes(person, words), person);
  if (!recognised) return routeWords(person, event, text, words);
  const { where, ...route } = recognised;
  if (!where) return route;
  return { ...route, where: { want: where, otherwise: routeWords(person, event, text, words) } };
}

/** A text that is no command that acts, and nothing that can mean but one thing. */
function routeWords(person: Person, event: InboundEvent, text: string, words: Words): Route {
  const tapped = shownTap(person, text, words.wordings);
  const heard = isHeard(person, event);
  if (person.open.kind === 'nothing' && !tapped) return { flow: 'stray', call: { kind: 'event', event } };
  if (!heard) return { flow: 'stray', call: { kind: 'act', act: 'unheard' } };
  if (quotesAnother(person, event)) return { flow: 'stray', call: { kind: 'act', act: 'quotesAnother' } };
  if (tapped) return routeTap(person, tapped, words, event);
  const two = typedOfTwo(person, text);
  if (two?.tap) return routeTap(person, two.tap, words, event);
  if (two) return { flow: 'stray', call: { ...actOf(two.of), act: 'noneOfTwo' } };
  const picker = shownPicker(person, text, words.wordings);
  if (picker) return { flow: 'stray', call: { kind: 'act', act: 'picker', value: picker } };
  const command = words.features.commands.read(text);
  if (command && command.rest.length <= longestRest)
    return { flow: 'stray', call: { kind: 'act', act: 'commandOrAnswer' } };
  if (isFreeText(person, words) && isSlip(person, text, words))
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
  words: Words,
): Route {
  const offer = person.offered.find((one) => one.event === tap.value);
  if (!offer || offer.question !== questionKey(person, words))
    return { flow: 'stray', call: { kind: 'act', act: 'offerGone' } };
  const { id, who, lineUser, at, receivedAt, redelivered, replyToken } = event;
  const again: InboundEvent = {
    ...{ id, who, lineUser, at, receivedAt, redelivered, kind: 'text', text: offer.text },
    ...(replyToken ? { replyToken } : {}),
  };
  const command = tap.act === offerActs.command ? words.features.commands.read(offer.text) : undefined;
  const used = { event: again, uses: offer.event };
  if (command) return { ...routeCommand(person, command), ...used };
  const tapped = shownTap(person, offer.text, words.wordings);
  const meant = tapped && !isOfOffer(tapped) ? routeTap(person, tapped, words, again) : undefined;
  return { ...(meant ?? routeAnswer(person, again)), ...used };
}

const isOfOffer = (tap: Tap): boolean =>
  tap.kind === 'act' && (tap.act === offerActs.answer || tap.act === offerActs.command);

/** A command; one that is no move of the form in progress parks it, but for a word of courtesy. */
function routeCommand(person: Person, { command, rest }: ReadCommand): Route {
  const call: Call = { kind: 'command', command: command.name, rest };
  const parks = person.open.kind === 'draft' && !command.staysInForm;
  return { flow: command.flow, call, ...(parks ? { parks } : {}) };
}

/** Whether a text was written under another message than those that ask the present question. */
const quotesAnother = ({ shown }: Person, event: InboundEvent): boolean =>
  event.kind === 'text' && event.quotes !== undefined && !shown.messages?.includes(event.quotes);

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
