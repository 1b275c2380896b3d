import type { Binding } from '../../domain/people/actor.ts';
import { settled } from '../ask/prompt.ts';
import type { InboundEvent } from '../event.ts';
import type { Call, Context, Decision, Flow } from '../flow.ts';
import { menuReply } from '../menu.ts';
import type { Notice } from '../notice.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';
import { codeAnswer, codeOutcome } from './code.ts';
import { consented, declined, greeting } from './consent.ts';
import { askErase, erase, eraseAnswer } from './erase.ts';
import { askLanguage, languageAnswer, setLanguage } from './language.ts';
import { copyOfData, myData } from './myData.ts';
import { askName, renameAnswer } from './name.ts';
import { noticed } from './notices.ts';
import { askSignOut, signOut, signOutAnswer } from './signOut.ts';
import { said } from './words.ts';

/** Who a person is to the office: consent, codes and roles, language, own data, and what they are told. */
export const peopleFlow: Flow = {
  id: 'people',
  needs: (person, call) => {
    const event = call.kind === 'event' ? call.event : undefined;
    if (event?.kind === 'notice') return isForThoseLate(event.notice) ? { duties: person } : {};
    // The menu, which ends most of these conversations, begins with what is owed.
    return { duties: { id: person.id, bindings: [...person.bindings, ...newBindings(call)] } };
  },
  decide: (person, call, event, context) => {
    if (!person.consentedAt) return beforeConsent(person, call, event, context);
    switch (call.kind) {
      case 'command':
        return command(person, call.command);
      case 'act':
        return call.act === 'redeem' ? codeAnswer(person, event, context) : act(person, call.act, context);
      case 'answer':
        return answer(person, call, event, context);
      case 'event':
        return happened(person, event, context);
      default:
        return call satisfies never;
    }
  },
};

const isForThoseLate = (notice: Notice): boolean =>
  notice.kind === 'announced' && notice.content.audience.late;

/** The capacity that a code has just given. */
function newBindings(call: Call): readonly Binding[] {
  const event = call.kind === 'event' ? call.event : undefined;
  const outcome = event?.kind === 'outcome' ? event.outcome : undefined;
  return outcome?.of === 'redeem' && outcome.result.kind === 'redeemed' ? [outcome.result.binding] : [];
}

/** Nothing is stored about a person who has not agreed; the words of consent are read whenever typed. */
function beforeConsent(person: Person, call: Call, event: InboundEvent, context: Context): Decision {
  // An outcome is of what was begun before the person's data were erased.
  if (event.kind === 'unfollow' || event.kind === 'unsend' || event.kind === 'outcome') return { person };
  if (call.kind === 'act' && call.act === 'accept') return consented(person, context);
  if (call.kind === 'act' && call.act === 'decline') return declined(person);
  if (event.kind === 'text') {
    const word = (key: 'people:acceptWords' | 'people:declineWords') =>
      said(event.text, t(key), context.wordings);
    if (word('people:acceptWords')) return consented(person, context);
    if (word('people:declineWords')) return declined(person);
  }
  return greeting(person);
}

function command(person: Person, name: string): Decision {
  if (name === 'language') return askLanguage(person);
  if (name === 'signOut') return askSignOut(person);
  if (name === 'rename') return askName(person);
  return myData(person);
}

function act(person: Person, name: string, context: Context): Decision {
  switch (name) {
    case 'th':
    case 'en':
      return setLanguage(person, name, context);
    case 'copy':
      return copyOfData(person);
    case 'rename':
      return askName(person);
    case 'erase':
      return askErase(person);
    case 'eraseYes':
      return erase(person);
    case 'signOutYes':
      return signOut(person);
    default:
      return toMenu(person, context);
  }
}

const toMenu = (person: Person, context: Context): Decision => ({
  person: settled(person),
  reply: menuReply(person, context),
});

function answer(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  event: InboundEvent,
  context: Context,
): Decision {
  switch (call.act) {
    case 'code':
      return codeAnswer(person, event, context);
    case 'name':
      return renameAnswer(person, event, call.data);
    case 'erase':
      return eraseAnswer(person, event, call.data) ?? toMenu(person, context);
    case 'signOut':
      return signOutAnswer(person, event, call.data) ?? toMenu(person, context);
    default:
      return languageAnswer(person, event, context, call.data);
  }
}

function happened(person: Person, event: InboundEvent, context: Context): Decision {
  switch (event.kind) {
    case 'follow':
      return {
        person: { ...person, away: false, open: { kind: 'nothing' } },
        reply: menuReply(person, context, t('people:welcomeBack')),
      };
    case 'unfollow':
      return { person: { ...person, away: true } };
    case 'outcome':
      return codeOutcome(person, event, context);
    case 'notice':
      return noticed(person, event, context);
    default:
      return { person };
  }
}
