import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt, withPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import { correctableFields } from '../../programme/center/correction.ts';
import { may } from '../../programme/people/actor.ts';
import { type Confirmed, confirmationFacts, inTurn, isInTurn } from './confirmed.ts';
import { keepRegistry } from './deeds.ts';
import { entryKey } from './field.ts';
import { fieldName, fieldText } from './fieldText.ts';

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

/** Asked again where something else was typed; which button there is depends on whose turn it is. */
export const buttonHint = (person: Person, center: Center, confirmed: Confirmed): Text =>
  t(isInTurn(person, center, confirmed) ? 'registry:correctOrEdit' : 'registry:onlyEdit');

function registryCard(
  person: Person,
  center: Center,
  confirmed: Confirmed,
): Card & { readonly buttons: readonly Option[] } {
  const { name, moo, village, subdistrict, district, province } = center;
  const button = (label: Text, act: string): Option => ({
    label,
    tap: { kind: 'act', flow: 'registry', act, value: entryKey({ center, year: confirmed.year }) },
  });
  return {
    heading: t('registry:heading', { center: said(name) }),
    blocks: [
      { kind: 'text', text: t('registry:place', { moo, village, subdistrict, district, province }) },
      ...correctableFields.map((field) => fact(fieldName(field), fieldText(center, field))),
      ...fixedFacts(center),
      { kind: 'title', text: t('registry:confirmations', { year: confirmed.year }) },
      ...confirmationFacts(center, confirmed),
      { kind: 'text', text: question(person, center, confirmed), tone: 'strong' },
    ],
    buttons: [
      ...(isInTurn(person, center, confirmed) ? [button(t('common:correct'), 'confirm')] : []),
      ...(mayCorrect(person, center) ? [button(t('common:edit'), 'edit')] : []),
    ],
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
  const { id, budgeted, newCenter, modelCenter, operatingModel, householdTarget } = center;
  const yesNo = (value: boolean) => t(value ? 'common:yes' : 'common:no');
  return [
    fact(
      t('registry:householdTarget'),
      householdTarget === undefined
        ? t(`registry:targetUnknown.${budgeted ? 'budgeted' : 'founding'}`)
        : t('registry:households', { count: householdTarget }),
    ),
    fact(t('registry:budgeted'), yesNo(budgeted)),
    ...(newCenter ? [fact(t('registry:newCenter'), yesNo(newCenter))] : []),
    ...(modelCenter ? [fact(t('registry:modelCenter'), yesNo(modelCenter))] : []),
    ...(operatingModel ? [fact(t('registry:operatingModel'), said(operatingModel))] : []),
    fact(t('registry:id'), said(id)),
  ];
}

const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
