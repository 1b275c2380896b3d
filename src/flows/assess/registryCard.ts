import { advance } from '../../engine/advance.ts';
import type { Draft } from '../../engine/draft.ts';
import type { LeafStep } from '../../engine/form.ts';
import type { Json, StepKey } from '../../engine/ids.ts';
import { toKey, walk } from '../../engine/walk.ts';
import type { Decision } from '../flow.ts';
import { asking } from '../form/openDraft.ts';
import { ask } from '../form/question.ts';
import { type At, optionText, type QuestionView, specOf, stepKey, valuesIn } from '../form/talk.ts';
import { valueText } from '../form/value.ts';
import {
  centerAssessmentDerived as derived,
  centerAssessment2565 as form,
  type RegistryField,
  registryFields,
} from '../forms/centerAssessment2565.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../reply.ts';
import { correctedValues } from './report.ts';

/** Part 1: what the registry says about the center, with this draft's corrections; right, or to be edited. */
export function registryCard({ draft, slot }: QuestionView): { card: Card; options: readonly Option[] } {
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
  const [moo = '', subdistrict = '', district = '', province = ''] = String(draft.facts.place ?? '').split(
    '|',
  );
  const blocks: readonly Block[] = [
    { kind: 'text', text: t('assess:place', { moo, subdistrict, district, province }) },
    ...registryFields.map(
      (field): Block => ({ kind: 'fact', label: fieldName(field), value: fieldValue(draft, field) }),
    ),
    { kind: 'text', text: t(stepKey(form, slot.step, 'title')), tone: 'strong' },
  ];
  return {
    card: {
      heading: t('assess:generalHeading', { center: String(draft.facts.name ?? '') }),
      blocks,
      buttons: options,
    },
    options,
  };
}

/** `แก้ไข` on the card, also on one of long ago: which field? Then the form goes on where it was. */
export function showFields(at: At): Decision {
  const { talk, context, event } = at;
  const turn = { at: event.at, event: event.id, today: context.today };
  const key = nextCorrection(at.draft);
  const { draft, happened } = advance(specOf(talk, context), at.draft, { kind: 'editKey', key }, turn);
  if (happened.kind !== 'editing') return asking(at, at.draft, ask(talk, at.draft, [], context));
  const options = registryFields.map(
    (field): Option => ({
      label: fieldName(field),
      tap: { kind: 'answer', draft: draft.id, step: key, value: field },
    }),
  );
  return asking(at, draft, {
    messages: [{ kind: 'text', text: [t('assess:whichField')] }],
    options: [...options, { label: t('commands:continue'), tap: { kind: 'say' } }],
    asks: true,
  });
}

/** Part 1 in the review: whether it was found correct, to be corrected after all. */
export function generalRow(draft: Draft): Block {
  const asked = walk(form, draft, derived).open?.item?.of.id === corrections;
  const corrected = correctedValues(valuesIn({ form, derived }, draft)).size;
  const found = corrected === 0 ? t('common:correct') : t('assess:corrected', { count: corrected });
  return {
    kind: 'row',
    text: t(`forms:${form.id}.${form.version}.parts.general`),
    note: asked ? t('common:notAnswered') : found,
    option: {
      label: t('assess:editGeneral'),
      tap: { kind: 'act', flow: 'form', act: 'fields', draft: draft.id },
    },
  };
}

/** The question that asks for one more field. */
function nextCorrection(draft: Draft): StepKey {
  const { slots } = walk(form, draft, derived);
  const corrected = slots.filter(({ step, entry }) => step.id === 'field' && entry).length;
  return toKey(`${corrections}.${corrected + 1}.field`);
}

const fieldName = (field: RegistryField): Text => optionText(form, { id: 'field' }, field);

function fieldValue(draft: Draft, field: RegistryField): Text {
  const corrected = correctedValues(valuesIn({ form, derived }, draft)).get(field);
  const value: Json | undefined = corrected ?? draft.facts[field];
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return t('assess:unknown');
  if (Array.isArray(value)) return said(value.join(', '));
  return valueText(form, stepOf(field), value);
}

const corrections = 'corrections';
const repeat = form.steps.find(({ id }) => id === corrections);

function stepOf(field: RegistryField): LeafStep {
  const step = repeat?.kind === 'repeat' ? repeat.steps.find(({ id }) => id === field) : undefined;
  if (!step) throw new Error(`the form has no step ${field}`);
  return step;
}
