import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, onAnswer, pose } from '../../kernel/ask/question.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature, Recognised } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import { isOneOf } from '../../kernel/isOneOf.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { showMenu } from '../menu/index.ts';
import { codeAnswer, codeOutcome, typedCode } from './code.ts';
import { consented, declined, greeting } from './consent.ts';
import { erase, whetherErase } from './erase.ts';
import { inLanguageOf, setLanguage, whichLanguage } from './language.ts';
import { createLettingGo } from './letGo.ts';
import { copyOfData, myData } from './myData.ts';
import { renamed, whichName } from './name.ts';
import { createRedeem } from './redeem.ts';
import { signOut, whetherSignOut } from './signOut.ts';
import { seats } from './store.ts';
import { isInviteCode, readTypedCode } from './typedCode.ts';
import { unseated } from './unseated.ts';

/** Who a person is to the office: consent, codes and roles, language, own data, and what they are told. */
export const peopleFlow: Flow = {
  id: 'people',
  decide: (person, call, event, context) => {
    if (!person.consentedAt) return beforeConsent(person, call, event, context);
    switch (call.kind) {
      case 'command':
        return command(person, call.command, event, context);
      case 'act':
      case 'answer':
        return answered(person, call, event, context);
      case 'event':
        return happened(person, event, context);
      default:
        return call satisfies never;
    }
  },
};

/** Nothing is stored about a person who has not agreed; the words of consent are read whenever typed. */
function beforeConsent(person: Person, call: Call, event: InboundEvent, context: Context): Decision {
  // An outcome is of what was begun before the person's data were erased.
  if (event.kind === 'unfollow' || event.kind === 'unsend' || event.kind === 'outcome') return { person };
  if (call.kind === 'act') {
    const answering: Person = call.value === 'en' ? { ...person, language: 'en' } : person;
    if (call.act === 'accept') return consented(answering, context);
    if (call.act === 'decline') return declined(answering);
  }
  if (event.kind === 'text') {
    const word = (key: 'people:acceptWords' | 'people:declineWords') =>
      isOneOf(event.text, t(key), context.wordings);
    const newcomer = inLanguageOf(event.text, person, context);
    if (word('people:acceptWords')) return consented(newcomer, context);
    if (word('people:declineWords')) return declined(newcomer);
    return greeting(newcomer);
  }
  return greeting(person);
}

function command(person: Person, name: string, event: InboundEvent, context: Context): Decision {
  if (name === 'language') {
    const isNewcomer = person.bindings.length === 0 && event.kind === 'text';
    return pose(isNewcomer ? inLanguageOf(event.text, person, context) : person, whichLanguage(context));
  }
  if (name === 'signOut') return pose(person, whetherSignOut);
  if (name === 'rename') return pose(person, whichName(context));
  if (name === 'copyData') return copyOfData(person, context);
  return name === 'eraseData' ? pose(person, whetherErase) : myData(person);
}

function answered(person: Person, call: Answering, event: InboundEvent, context: Context): Turn {
  switch (call.act) {
    case 'language':
      return onAnswer(person, call, whichLanguage(context), (language) =>
        setLanguage(person, language, context),
      );
    case 'name':
      return onAnswer(person, call, whichName(context), (name) => renamed(person, String(name)));
    case 'rename':
      return pose(person, whichName(context));
    case 'erase':
      return onAnswer(person, call, whetherErase, (yes) => (yes ? erase(person) : toMenu(person, context)));
    case 'signOut':
      return onAnswer(person, call, whetherSignOut, (yes) =>
        yes ? signOut(person) : toMenu(person, context),
      );
    case 'copy':
      return copyOfData(person, context);
    case 'code':
      return codeAnswer(person, event, context);
    case 'redeem':
      return typedCode(person, event, context);
    default:
      return toMenu(person, context);
  }
}

const toMenu = (person: Person, context: Context): Turn => showMenu(withoutPrompt(person), context);

function happened(person: Person, event: InboundEvent, context: Context): Turn {
  switch (event.kind) {
    case 'follow': {
      const back: Person = { ...person, away: false, open: { kind: 'nothing' } };
      return showMenu(back, context, t('people:welcomeBack'));
    }
    case 'unfollow':
      return { person: { ...person, away: true } };
    case 'outcome':
      return codeOutcome(person, event, context);
    case 'notice':
      return context.features.noticed(person, event.notice, event.rides ?? false, context);
    default:
      return { person };
  }
}

/**
 * A code. Of somebody registered a text that may as well be a word of eight letters or an answer is one only where there is
 * such an invitation; whoever has no role yet is told of each wrong one, so that tries are counted.
 */
function recognises(text: string, inText: boolean, { bindings }: Person): Recognised | undefined {
  const code = inText ? undefined : readTypedCode(text);
  if (code === undefined) return undefined;
  const call: Call = { kind: 'act', act: 'redeem' };
  if (bindings.length > 0) return { call, where: read('isInvitation', code) };
  return isInviteCode(text) ? { call } : undefined;
}

export { codeAnswer };

export const people: Feature = {
  id: 'people',
  flow: peopleFlow,
  stores: { seats },
  buttons: [t('people:accept'), t('people:decline'), t('people:eraseYes')],
  commands: { myData: {}, rename: {}, copyData: {}, eraseData: {}, signOut: {}, language: {} },
  menu: [
    { command: 'myData', place: 130 },
    { command: 'language', place: 140 },
  ],
  events: ['follow', 'unfollow', 'notice'],
  meetsStrangers: true,
  recognises,
  outcomes: ['redeem', 'letGo'],
  notices: {
    areaTakenOver: (person, notice, rides) => unseated(person, notice, rides),
    seatTaken: (person, notice, rides) => unseated(person, notice, rides),
  },
  open: (parts) => ({
    readers: { isInvitation: async (_asked, code) => (await parts.store.invites.read(code)) !== undefined },
    performers: { redeem: createRedeem(parts), letGo: createLettingGo(parts) },
  }),
};
