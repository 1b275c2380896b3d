import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt, withPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import { correctableFields } from '../../programme/center/correction.ts';
import { markOfEntry } from '../../programme/center/record.ts';
import { may } from '../../programme/people/actor.ts';
import {
  type Confirmed,
  confirmationFacts,
  confirmedOf,
  doubtAbout,
  doubtersIn,
  doubtText,
  inTurn,
  isInTurn,
} from './confirmed.ts';
import { keepRegistry } from './deeds.ts';
import { entryKey } from './field.ts';
import { fieldName, fieldText, targetText } from './fieldText.ts';

/** The center's entry, to be confirmed or corrected; with notes said first. */
export function showCard(
  person: Person,
  center: Center,
  confirmed: Confirmed,
  notes: readonly Text[] = [],
): Decision {
  const first = notes.length > 0 ? [{ kind: 'text' as const, text: notes }] : [];
  const card = registryCard(person, center, confirmed);
  const asks = card.buttons.length > 0;
  const { year } = confirmed;
  return {
    person: asks
      ? withPrompt(person, 'registry', 'card', { of: entryKey({ center, year }), back: `choose ${year}` })
      : withoutPrompt(person),
    reply: { messages: [...first, { kind: 'card', card }], ...(asks ? { asks } : { options: [toMenu] }) },
    audits: [{ did: 'sawRegistry', record: center.id, scope: scopeOfCenter(center) }],
  };
}

export const mayCorrect = (person: Person, center: Center): boolean =>
  may(person.bindings, keepRegistry, scopeOfCenter(center));

/** Asked again where something else was typed: the buttons that the card has. */
export const buttonHint = (person: Person, center: Center, confirmed: Confirmed): Text =>
  t('registry:buttonHint', { buttons: buttonsOf(person, center, confirmed).map(({ label }) => label) });

/** What may be done with the entry; which buttons there are depends on whose turn it is. */
function buttonsOf(person: Person, center: Center, confirmed: Confirmed) {
  const key = entryKey({ center, year: confirmed.year });
  const button = (label: Text, act: string, value = key) => ({
    label,
    tap: { kind: 'act' as const, flow: 'registry' as const, act, value },
  });
  // What is judged is what is shown.
  const shown = `${key} ${markOfEntry(center)}`;
  return [
    ...(isInTurn(person, center, confirmed) ? [button(t('common:correct'), 'confirm', shown)] : []),
    ...(doubtersIn(person, center, confirmed).length > 0
      ? [button(t('registry:notCorrect'), 'doubt', shown)]
      : []),
    ...(mayCorrect(person, center) ? [button(t('common:edit'), 'edit')] : []),
  ];
}

function registryCard(
  person: Person,
  center: Center,
  confirmed: Confirmed,
): Card & { readonly buttons: readonly Option[] } {
  const { name, moo, village, subdistrict, district, province } = center;
  const doubt = doubtAbout(center, confirmed);
  return {
    heading: t('registry:heading', { ...confirmedOf(center, confirmed), center: said(name) }),
    blocks: [
      { kind: 'text', text: t('registry:place', { moo, village, subdistrict, district, province }) },
      ...correctableFields.map((field) => fact(fieldName(field), fieldText(center, field))),
      ...fixedFacts(center),
      { kind: 'title', text: t('registry:confirmations', { year: confirmed.year }) },
      ...confirmationFacts(center, confirmed),
      ...(doubt ? [{ kind: 'text' as const, text: doubtText(doubt), tone: 'warning' as const }] : []),
      { kind: 'text', text: question(person, center, confirmed), tone: 'strong' },
    ],
    buttons: buttonsOf(person, center, confirmed),
  };
}

/** Whether it is right, to whoever confirms it next; else whom it waits for. */
function question(person: Person, center: Center, confirmed: Confirmed): Text {
  if (isInTurn(person, center, confirmed)) return t('registry:isItCorrect');
  const next = inTurn(center, confirmed);
  return next
    ? t('registry:waitsNow', { who: t(`registry:confirmer.${next}`) })
    : t('registry:allConfirmed', { year: confirmed.year });
}

/** What only an import changes. */
function fixedFacts(center: Center): readonly Block[] {
  const { id, budgeted, newCenter, modelCenter, operatingModel } = center;
  const yesNo = (value: boolean) => t(value ? 'common:yes' : 'common:no');
  return [
    fact(t('registry:householdTarget'), targetText(center)),
    fact(t('registry:budgeted'), yesNo(budgeted)),
    ...(newCenter ? [fact(t('registry:newCenter'), yesNo(newCenter))] : []),
    ...(modelCenter ? [fact(t('registry:modelCenter'), yesNo(modelCenter))] : []),
    ...(operatingModel ? [fact(t('registry:operatingModel'), said(operatingModel))] : []),
    fact(t('registry:id'), said(id)),
  ];
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
