import type { FiscalYear, IntentId, PersonId } from '../ids.ts';
import { remember, type Shared } from '../sharedRecord.ts';
import type { Center } from './center.ts';
import { type CenterCorrection, withCorrection } from './correction.ts';
import type { RegistryRow } from './row.ts';

/** A center's entry in the registry: corrected by chat and by assessments, confirmed each year. */
export type CenterRecord = Shared<CenterOutcome> & {
  readonly center: Center;
  /** The row last imported; a correction by chat stands until that row itself changes. */
  readonly imported?: RegistryRow;
  readonly confirmations: readonly Confirmation[];
};

/** Who confirms an entry each year, in turn: the district's officer, the district head, the province. */
export const confirmers = ['officer', 'districtHead', 'province'] as const;
export type Confirmer = (typeof confirmers)[number];

export type Confirmation = {
  readonly year: FiscalYear;
  readonly as: Confirmer;
  readonly by: PersonId;
  readonly at: Date;
};

/** What figures and duties need of an entry; it is kept in clear, so that nothing has to be opened for them. */
export type CenterRow = Pick<Center, 'id' | 'name' | 'province' | 'district' | 'householdTarget'> & {
  readonly confirmations: readonly Pick<Confirmation, 'year' | 'as'>[];
};

/** Who has to confirm next; nobody when all have. */
export function nextConfirmer(
  { confirmations }: Pick<CenterRow, 'confirmations'>,
  year: FiscalYear,
): Confirmer | undefined {
  return confirmers.find((as) => !confirmations.some((one) => one.year === year && one.as === as));
}

export type CenterIntent = { readonly id: IntentId; readonly by: PersonId; readonly at: Date } & (
  | {
      readonly kind: 'correct';
      /** The programme year in which it is corrected. */
      readonly year: FiscalYear;
      readonly corrections: readonly CenterCorrection[];
    }
  | { readonly kind: 'confirm'; readonly year: FiscalYear; readonly as: readonly Confirmer[] }
);

export type CenterOutcome =
  | { readonly kind: 'corrected'; readonly fields: readonly CenterCorrection['field'][] }
  | { readonly kind: 'confirmed'; readonly year: FiscalYear; readonly as: Confirmer }
  /** It waits for somebody else first, or for nobody any more. */
  | { readonly kind: 'notInTurn'; readonly year: FiscalYear; readonly waitsFor?: Confirmer };

export function decideCenter(
  present: CenterRecord,
  intent: CenterIntent,
): { record: CenterRecord; outcome: CenterOutcome } {
  const known = present.outcomes[intent.id];
  if (known) return { record: present, outcome: known };
  const { record, outcome } = outcomeOf(present, intent);
  return {
    outcome,
    record: { ...record, rev: present.rev + 1, outcomes: remember(present.outcomes, intent.id, outcome) },
  };
}

function outcomeOf(
  present: CenterRecord,
  intent: CenterIntent,
): { record: CenterRecord; outcome: CenterOutcome } {
  switch (intent.kind) {
    case 'correct': {
      const center = intent.corrections.reduce(withCorrection, present.center);
      return {
        // What was confirmed is no longer what stands there; earlier years stay as they were confirmed.
        record: {
          ...present,
          center,
          confirmations: present.confirmations.filter(({ year }) => year < intent.year),
        },
        outcome: { kind: 'corrected', fields: intent.corrections.map(({ field }) => field) },
      };
    }
    case 'confirm': {
      const { year, by, at } = intent;
      const next = nextConfirmer(present, year);
      if (!next || !intent.as.includes(next)) {
        return { record: present, outcome: { kind: 'notInTurn', year, ...(next ? { waitsFor: next } : {}) } };
      }
      return {
        record: { ...present, confirmations: [...present.confirmations, { year, as: next, by, at }] },
        outcome: { kind: 'confirmed', year, as: next },
      };
    }
    default:
      return intent satisfies never;
  }
}
