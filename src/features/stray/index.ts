import type { DraftId } from '../../engine/ids.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { CommandUse } from '../../kernel/commands.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { questionKey } from '../../kernel/form/questionKey.ts';
import type { Closed, Offered, Person } from '../../kernel/person.ts';
import { type Option, type Reply, said, type Tap, type Text, t } from '../../kernel/reply.ts';
import type { TextKey } from '../../kernel/textKey.ts';
import { showMenu } from '../menu/index.ts';
import { courtesy } from './courtesy.ts';
import { strayText } from './text.ts';

/** Texts shown back at most, and how much of each is kept. */
const offersKept = 10;
/** Most buttons under a message, on LINE. */
const mostOptions = 13;

/** What fits nowhere: texts typed before their question, unknown words, stickers, old and forged buttons. */
export const strayFlow: Flow = {
  id: 'stray',
  decide: (person, call, event, context) => {
    if (call.kind === 'act') return act(person, call, event, context);
    if (call.kind === 'command') return command(person, call.command, event, context);
    switch (event.kind) {
      case 'text':
        return strayText(person, event, context);
      case 'other':
        return material(person, t(event.media === 'sticker' ? 'common:sticker' : 'common:voice'), context);
      case 'unusableFile':
        return material(person, t(fileProblem[event.why]), context);
      case 'edited':
        if (event.text.trim() === '') return material(person, t('common:editedToNothing'), context);
        return person.open.kind === 'nothing'
          ? material(person, t('common:editedAlone', { text: said(shortened(event.text)) }), context)
          : offerBack(person, event, 'common:edited', context);
      case 'file':
      case 'location':
        return material(person, t('common:fileNoQuestion'), context);
      case 'strangeTap':
        return {
          ...material(person, t('common:strangeTap'), context),
          audits: [{ did: 'refusedTap', record: 'postback' }],
        };
      case 'group':
        return { person, reply: say(t('common:group')) };
      default:
        return { person };
    }
  },
};

const fileProblem = {
  tooLarge: 'common:fileTooLarge',
  notTaken: 'common:fileNotTaken',
  empty: 'common:fileEmpty',
  heic: 'common:fileHeic',
  damaged: 'common:fileDamaged',
  macros: 'common:fileMacros',
  gone: 'common:fileGone',
  unavailable: 'common:fileUnavailable',
} as const;

function command(person: Person, name: string, event: InboundEvent, context: Context): Turn {
  switch (name) {
    case 'greeting':
    case 'thanks':
    case 'ability':
      return courtesy(person, t(`stray:${name}`), context);
    default:
      return notYet(person, event, context);
  }
}

/** What to do instead of typing the label of a button that picks. */
const pickerHelp: ReadonlyMap<string | undefined, TextKey> = new Map([
  ['date', 'menu:help.date'],
  ['camera', 'menu:help.photo'],
  ['cameraRoll', 'menu:help.photo'],
  ['location', 'menu:help.location'],
]);

function act(
  person: Person,
  call: Extract<Call, { kind: 'act' }>,
  event: InboundEvent,
  context: Context,
): Turn {
  switch (call.act) {
    case 'unheard':
      return offerBack(person, event, 'common:typedBefore', context);
    case 'quotesAnother':
      return offerBack(person, event, 'common:quotesAnother', context);
    case 'commandOrAnswer':
      return commandOrAnswer(person, event, context);
    case 'noneOfTwo':
      return noneOfTwo(person, call.value, context);
    case 'wordOrAnswer':
      return wordOrAnswer(person, event, context);
    case 'oldDraft':
      return oldDraft(person, call.draft, context);
    case 'deniedDraft':
      return { person, reply: say(t('common:refusedTap')), audits: [{ did: 'refusedTap', record: 'draft' }] };
    case 'picker':
      return material(person, t(pickerHelp.get(call.value) ?? 'menu:help.general'), context);
    case 'offerGone':
      return material(person, t('common:offerGone'), context);
    default:
      return showMenu(person, context);
  }
}

const say = (...text: readonly Text[]): Reply => ({ messages: [{ kind: 'text', text }] });

/** A kind word, and the open question again. */
const material = (person: Person, word: Text, context: Context): Decision => ({
  person,
  reply: askAgain(person, [word], context),
});

/** A text that is not surely meant for the open question is shown back with the reason, to be used or not. */
function offerBack(person: Person, event: InboundEvent, why: TextKey, context: Context): Decision {
  const text = event.kind === 'text' || event.kind === 'edited' ? event.text : '';
  const answer: Option = { label: t('common:useAsAnswer'), tap: use(event.id) };
  const reply = askAgain(person, [t(why, { text: said(shortened(text)) })], context);
  // What was shown last stays on offer where no question is asked again.
  const others = reply.asks ? (reply.options ?? []) : person.shown.options;
  return {
    person: offering(person, { event: event.id, text }, context),
    reply: { ...reply, options: [answer, ...others].slice(0, mostOptions), asks: true },
  };
}

/** The person with a text that was shown back. */
const offering = (person: Person, shown: Omit<Offered, 'question'>, context: Context): Person => ({
  ...person,
  offered: [...person.offered, { ...shown, question: questionKey(person, context) }].slice(-offersKept),
});

/** A command of a release to come; a question that is open is asked again. */
function notYet(person: Person, event: InboundEvent, context: Context): Decision {
  const text = event.kind === 'text' ? event.text : '';
  return material(person, t('common:notYet', { text: said(shortened(text)) }), context);
}

const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** While free text is open a command word could be the answer. */
function commandOrAnswer(person: Person, event: InboundEvent, context: Context): Decision {
  const text = event.kind === 'text' ? event.text : '';
  const shown = { event: event.id, text };
  return { person: offering(person, shown, context), reply: whichOfTwo(shown) };
}

/** Another number than those of the two. */
function noneOfTwo(person: Person, about: string | undefined, context: Context): Decision {
  const shown = person.offered.find(({ event }) => event === about);
  if (!shown) return material(person, t('common:offerGone'), context);
  return { person, reply: whichOfTwo(shown, [t('problems:unreadable.ofTwo')]) };
}

/** Both with their numbers, so that a PC shows them as well. */
function whichOfTwo({ event, text }: Omit<Offered, 'question'>, notes: readonly Text[] = []): Reply {
  const options = [
    { label: t('common:asAnswer'), tap: use(event) },
    {
      label: t('common:asCommand'),
      tap: { kind: 'act', flow: 'stray', act: 'runCommand', value: event },
    },
  ] as const;
  const question = t('common:commandOrAnswer', { text: said(shortened(text)) });
  const rows = options.map(({ label }, place) => t('choose:row', { n: place + 1, name: label }));
  return { messages: [{ kind: 'text', text: [...notes, question, ...rows] }], options, asks: true };
}

const use = (event: Offered['event']): Tap => ({ kind: 'act', flow: 'stray', act: 'useOffer', value: event });

/** A word such as `ส่ง` while free text is open is more likely a slip: the question stays, and may take it. */
function wordOrAnswer(person: Person, event: InboundEvent, context: Context): Decision {
  const text = event.kind === 'text' ? event.text : '';
  const answer: Option = { label: t('common:asAnswer'), tap: use(event.id) };
  const reply = askAgain(person, [t('common:wordOrAnswer', { text: said(shortened(text)) })], context);
  return {
    person: offering(person, { event: event.id, text }, context),
    reply: { ...reply, options: [answer, ...(reply.options ?? [])].slice(0, mostOptions), asks: true },
  };
}

/** A button of a report that is closed or locked. */
function oldDraft(person: Person, draft: DraftId | undefined, context: Context): Decision {
  const closed = person.closed.findLast((one) => one.draft === draft);
  const audits: Decision['audits'] = closed ? [] : [{ did: 'refusedTap', record: 'draft' }];
  return { ...material(person, whatBecame(closed), context), audits };
}

function whatBecame(closed: Closed | undefined): Text {
  if (!closed) return t('common:refusedTap');
  switch (closed.what) {
    case 'submitted':
    case 'locked':
      return t('common:lockedSubmitted', { receipt: closed.receipt ?? '' });
    case 'saved':
      return t('common:lockedSaved');
    case 'putAside':
      return t('common:putAside');
    case 'moved':
      return t('common:lockedMoved');
    case 'deleted':
      return t('common:lockedDeleted');
    default:
      return closed.what satisfies never;
  }
}

const courteous: CommandUse = { staysInForm: true, isNotOffered: true };

export const stray: Feature = {
  id: 'stray',
  flow: strayFlow,
  commands: {
    greeting: courteous,
    thanks: courteous,
    ability: courteous,
    notYet: { takesRest: 'name', isNotOffered: true },
  },
  events: ['unusableFile', 'other', 'edited', 'strangeTap', 'group', 'unsend'],
};
