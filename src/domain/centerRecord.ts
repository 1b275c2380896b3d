import type { Center } from './center.ts';
import type { FiscalYear, IntentId, IsoDate, PersonId } from './ids.ts';
import type { RegistryRow } from './registryRow.ts';
import { remember, type Shared } from './shared.ts';

/** A center's entry in the registry: corrected by chat and by assessments, confirmed each year. */
export type CenterRecord = Shared<CenterOutcome> & {
  readonly center: Center;
  /** The row last imported; a correction by chat stands until that row itself changes. */
  readonly imported?: RegistryRow;
  readonly confirmations: readonly Confirmation[];
};

export type Confirmation = { readonly year: FiscalYear; readonly by: PersonId; readonly at: Date };

export type CenterCorrection =
  | { readonly field: 'founded'; readonly value: IsoDate }
  | { readonly field: 'chairName' | 'chairPhone'; readonly value: string }
  | { readonly field: 'committeeSize'; readonly value: number }
  | { readonly field: 'divisions' | 'memberFunds'; readonly value: readonly string[] };

export type CenterIntent = { readonly id: IntentId; readonly by: PersonId; readonly at: Date } & (
  | { readonly kind: 'correct'; readonly corrections: readonly CenterCorrection[] }
  | { readonly kind: 'confirm'; readonly year: FiscalYear }
);

export type CenterOutcome =
  | { readonly kind: 'corrected'; readonly fields: readonly CenterCorrection['field'][] }
  | { readonly kind: 'confirmed'; readonly year: FiscalYear; readonly again: boolean };

export function decideCenter(
  present: CenterRecord,
  intent: CenterIntent,
): { record: CenterRecord; outcome: CenterOutcome } {
  const known = present.outcomes[intent.id];
  if (known) return { record: present, outcome: known };
  const { record, outcome } = settle(present, intent);
  return {
    outcome,
    record: { ...record, rev: present.rev + 1, outcomes: remember(present.outcomes, intent.id, outcome) },
  };
}

function settle(
  present: CenterRecord,
  intent: CenterIntent,
): { record: CenterRecord; outcome: CenterOutcome } {
  switch (intent.kind) {
    case 'correct': {
      const center = intent.corrections.reduce(withCorrection, present.center);
      return {
        record: { ...present, center },
        outcome: { kind: 'corrected', fields: intent.corrections.map(({ field }) => field) },
      };
    }
    case 'confirm': {
      const again = present.confirmations.some(({ year }) => year === intent.year);
      const confirmation = { year: intent.year, by: intent.by, at: intent.at };
      return {
        record: { ...present, confirmations: [...present.confirmations, confirmation] },
        outcome: { kind: 'confirmed', year: intent.year, again },
      };
    }
    default:
      return intent satisfies never;
  }
}

/** The center with one field corrected. */
export function withCorrection(center: Center, correction: CenterCorrection): Center {
  switch (correction.field) {
    case 'chairName':
      return { ...center, chair: { ...center.chair, name: correction.value } };
    case 'chairPhone':
      return { ...center, chair: { ...center.chair, phone: correction.value } };
    case 'founded':
      return { ...center, founded: correction.value };
    case 'committeeSize':
      return { ...center, committeeSize: correction.value };
    case 'divisions':
      return { ...center, divisions: correction.value };
    case 'memberFunds':
      return { ...center, memberFunds: correction.value };
    default:
      return correction satisfies never;
  }
}
