import type { Draft } from '../../engine/draft.ts';
import type { Json, StepKey } from '../../engine/ids.ts';
import { sameWords } from '../../engine/parse/clean.ts';
import { readChoiceNumber } from '../../engine/parse/number.ts';
import { type Slot, toKey, walk } from '../../engine/walk.ts';
import type { Decision } from '../../kernel/decision.ts';
import { askOn, moveDraft } from '../../kernel/form/askOn.ts';
import {
  type At,
  type FormTalk,
  optionText,
  type QuestionView,
  stepKey,
  valuesIn,
} from '../../kernel/form/talk.ts';
import { valueText } from '../../kernel/form/value.ts';
import { foundingText } from '../../kernel/foundingText.ts';
import { ofYear } from '../../kernel/ofYear.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../kernel/reply.ts';
import { type CorrectableField, correctableFields } from '../../programme/center/correction.ts';
import { correctionStep } from './forms/assessmentForm.ts';
import { correctedValues } from './general.ts';
import { centerName, placeOf, yearOf } from './subject.ts';

/** The version that a draft was started with. */
type Formed = Pick<FormTalk, 'form' | 'derived'>;
type Shown = { card: Card; options: readonly Option[] };

/** Part 1: what the registry says about the center; once `แก้ไข` was chosen, which field is to be corrected. */
export const generalCard = (talk: Formed, view: QuestionView): Shown =>
  view.draft.focus === view.slot.key ? fieldsCard(talk, view) : registryCard(talk, view);

/** The registry's entry with this draft's corrections: right, or to be edited. */
function registryCard(talk: Formed, { draft, slot, newest }: QuestionView): Shown {
  const options: readonly Option[] = [
    {
      label: t('common:correct'),
      tap: { kind: 'act', flow: 'form', act: 'end', value: slot.key, draft: draft.id },
    },
    {
      label: t('common:edit'),
      tap: { kind: 'act', flow: 'form', act: 'fields', value: slot.key, draft: draft.id },
    },
  ];
  const [moo = '', subdistrict = '', district = '', province = ''] = placeOf(draft);
  const blocks: readonly Block[] = [
    { kind: 'text', text: t('assessment:place', { moo, subdistrict, district, province }) },
    ...correctableFields.map(
      (field): Block => ({
        kind: 'fact',
        label: fieldName(talk, field),
        value: fieldValue(talk, draft, field),
      }),
    ),
    { kind: 'text', text: t(stepKey(talk.form, slot.step, 'title')), tone: 'strong' },
  ];
  return {
    card: {
      heading: ofYear(t('assessment:generalHeading', { center: centerName(draft) }), yearOf(draft), newest),
      blocks,
      buttons: options,
    },
    options,
  };
}

/** `แก้ไข` on the card, also on one of long ago: which field? Then the form goes on where it was. */
export function showFields(at: At): Decision {
  const key = nextCorrection(at.talk, at.draft);
  const { draft, happened } = moveDraft(at, at.draft, { kind: 'editKey', key });
  return askOn(at, happened.kind === 'editing' ? draft : at.draft, []);
}

/** Which field is to be corrected; all of them may turn out to be right. */
function fieldsCard(talk: Formed, { draft, slot }: QuestionView): Shown {
  const fields = correctableFields.map(
    (field): Option => ({
      label: fieldName(talk, field),
      tap: { kind: 'answer', draft: draft.id, step: slot.key, value: field },
    }),
  );
  const rows = fields.map(
    (option, place): Block => ({
      kind: 'row',
      text: t('choose:row', { n: place + 1, name: option.label }),
      option,
    }),
  );
  const right: Option = {
    label: t('common:correct'),
    tap: { kind: 'act', flow: 'form', act: 'end', value: slot.key, draft: draft.id },
  };
  return { card: { heading: t('assessment:whichField'), blocks: rows }, options: [...fields, right] };
}

/** A text typed while the registry's entry is shown: its two buttons by number, or a field by its name. */
export function typedOnCard(at: At, slot: Slot, text: string): Decision | undefined {
  const { draft, talk, context } = at;
  if (slot.step.id !== 'field' || draft.focus === slot.key) return undefined;
  const { reading } = readChoiceNumber(text);
  if (reading.kind === 'read' && reading.value === 2) return showFields(at);
  if (reading.kind === 'read' && reading.value === 1) {
    return askOn(at, moveDraft(at, draft, { kind: 'end', key: slot.key }).draft, []);
  }
  const isField = correctableFields.some((field) =>
    context.wordings(fieldName(talk, field)).some((name) => sameWords(text, name)),
  );
  return isField ? undefined : askOn(at, draft, [t('assessment:correctOrEdit')]);
}

/** Part 1 in the review: whether it was found correct, to be corrected after all. */
export function generalRow(talk: Formed, draft: Draft): Block {
  const { form, derived } = talk;
  const asked = walk(form, draft, derived).open?.item?.of.id === corrections;
  const corrected = correctedValues(valuesIn(talk, draft)).size;
  const found = corrected === 0 ? t('common:correct') : t('assessment:corrected', { count: corrected });
  return {
    kind: 'row',
    text: t(`forms:${form.id}.${form.version}.parts.general`),
    note: asked ? t('common:notAnswered') : found,
    option: {
      label: t('assessment:editGeneral'),
      tap: { kind: 'act', flow: 'form', act: 'fields', draft: draft.id },
    },
  };
}

/** The question that asks for one more field. */
function nextCorrection({ form, derived }: Formed, draft: Draft): StepKey {
  const { slots } = walk(form, draft, derived);
  const corrected = slots.filter(({ step, entry }) => step.id === 'field' && entry).length;
  return toKey(`${corrections}.${corrected + 1}.field`);
}

export const fieldName = ({ form }: Pick<Formed, 'form'>, field: CorrectableField): Text =>
  optionText(form, { id: 'field' }, field);

function fieldValue(talk: Formed, draft: Draft, field: CorrectableField): Text {
  const corrected = correctedValues(valuesIn(talk, draft)).get(field);
  const value: Json | undefined = corrected ?? draft.facts[field];
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return t('assessment:unknown');
  if (Array.isArray(value)) return said(value.join(', '));
  if (field === 'founded') return foundingText(String(value));
  return valueText(talk.form, correctionStep(field), value);
}

const corrections = 'corrections';
