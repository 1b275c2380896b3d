import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Outcome } from '../../kernel/intent.ts';
import { commandOfYear } from '../../kernel/ofYear.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { said, t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { showCard } from './card.ts';
import { withConfirmed } from './confirmed.ts';
import { fieldName, fieldText } from './fieldText.ts';

/** What became of a correction or confirmation in these areas: said back with the entry as it is now. */
export function outcomeOf(
  person: Person,
  event: InboundEvent,
  areas: readonly Scope[],
  newest: FiscalYear,
): Turn {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  if (outcome?.of !== 'correctCenter' && outcome?.of !== 'confirmCenter') return { person };
  return ask({ centers: read('centersIn', areas) }, ({ centers }) => {
    const center = centers.find(({ id }) => id === outcome.center);
    return center ? answered(person, center, outcome, newest) : { person };
  });
}

type Settled = Extract<Outcome, { of: 'correctCenter' | 'confirmCenter' }>;

function answered(person: Person, center: Center, { result, year }: Settled, newest: FiscalYear): Turn {
  const seen = { record: center.id, scope: scopeOfCenter(center) };
  switch (result.kind) {
    case 'corrected': {
      const notes = result.fields.map((field) =>
        t('registry:corrected', { field: fieldName(field), value: fieldText(center, field) }),
      );
      return withConfirmed(center, year, (confirmed) => ({
        ...showCard(person, center, confirmed, notes),
        audits: [{ did: 'correctedRegistry', ...seen }],
      }));
    }
    case 'confirmed': {
      const who = t(`people:roles.${result.as}`);
      const text = [t('registry:confirmed', { center: said(center.name), year: result.year, who })];
      return {
        person: withoutPrompt(person),
        reply: {
          messages: [{ kind: 'text', text }],
          options: [{ label: commandOfYear('registry', year, newest), tap: { kind: 'say' } }],
        },
        audits: [{ did: 'confirmedRegistry', ...seen }],
      };
    }
    case 'notInTurn': {
      const { waitsFor } = result;
      const note = waitsFor
        ? t('registry:waitsFor', { year, who: t(`people:roles.${waitsFor}`) })
        : t('registry:allConfirmed', { year });
      return {
        person: withoutPrompt(person),
        reply: { messages: [{ kind: 'text', text: [note] }], options: [toMenu] },
      };
    }
    default:
      return result satisfies never;
  }
}
