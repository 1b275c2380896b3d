import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { settled } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Context, Decision } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import { fieldName, fieldText, showCard } from './card.ts';

/** What became of a correction or confirmation: said back with the entry as it is now. */
export function outcomeOf(person: Person, event: InboundEvent, context: Context): Decision {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  if (outcome?.of !== 'correctCenter' && outcome?.of !== 'confirmCenter') return { person };
  const { result } = outcome;
  const center = context.gathered.centers.find(({ id }) => id === outcome.center);
  if (!center) return { person };
  const seen = { record: center.id, scope: scopeOfCenter(center) };
  switch (result.kind) {
    case 'corrected': {
      const notes = result.fields.map((field) =>
        t('registry:corrected', { field: fieldName(field), value: fieldText(center, field) }),
      );
      return { ...showCard(person, center, context, notes), audits: [{ did: 'correctedRegistry', ...seen }] };
    }
    case 'confirmed': {
      const who = t(`people:roles.${result.as}`);
      const text = [t('registry:confirmed', { center: said(center.name), year: result.year, who })];
      return {
        person: settled(person),
        reply: {
          messages: [{ kind: 'text', text }],
          options: [{ label: t('commands:registry'), tap: { kind: 'say' } }],
        },
        audits: [{ did: 'confirmedRegistry', ...seen }],
      };
    }
    case 'notInTurn': {
      const { year, waitsFor } = result;
      const note = waitsFor
        ? t('registry:waitsFor', { year, who: t(`people:roles.${waitsFor}`) })
        : t('registry:allConfirmed', { year });
      return {
        person: settled(person),
        reply: { messages: [{ kind: 'text', text: [note] }], options: [toMenu] },
      };
    }
    default:
      return result satisfies never;
  }
}
