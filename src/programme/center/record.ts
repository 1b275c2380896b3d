import type { FiscalYear, IntentId, PersonId } from '../ids.ts';
import { hashOf, isShown, markOf } from '../report/hash.ts';
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
  readonly doubts?: readonly Doubt[];
};

/** What is said of an entry each year, beside what it holds. */
export type Checks = Pick<CenterRecord, 'confirmations' | 'doubts'>;

/** Who confirms an entry each year, in turn: the district's officer, the district head, the province. */
export const confirmers = ['officer', 'districtHead', 'province'] as const;
export type Confirmer = (typeof confirmers)[number];

export type Confirmation = {
  readonly year: FiscalYear;
  readonly as: Confirmer;
  readonly by: PersonId;
  readonly at: Date;
};

/** Somebody after the officer says that an entry is not correct, and why; it stands until the officer confirms anew. */
export type Doubt = {
  readonly year: FiscalYear;
  readonly as: Confirmer;
  readonly by: PersonId;
  readonly at: Date;
  readonly reason: string;
  /** Something was corrected since. */
  readonly corrected?: true;
};

/** What figures and duties need of an entry; it is kept in clear, so that nothing has to be opened for them. */
export type CenterRow = Pick<Center, 'id' | 'name' | 'province' | 'district' | 'householdTarget'> & {
  readonly confirmations: readonly Pick<Confirmation, 'year' | 'as'>[];
  /** The years in which it was said not to be correct and nothing was corrected yet. */
  readonly doubted?: readonly FiscalYear[];
};

/** What stands in clear of the doubts about an entry; a record that nobody ever doubted has none. */
export function doubtedYears({ doubts = [] }: Pick<CenterRecord, 'doubts'>): Pick<CenterRow, 'doubted'> {
  const doubted = doubts.flatMap(({ year, corrected }) => (corrected ? [] : [year]));
  return doubted.length > 0 ? { doubted } : {};
}

const hashOfEntry = (center: Center): string => hashOf({ id: 'registry', version: 1 }, center);

/** What an entry says, in short, for what is shown to a person and comes back with a tap. */
export const markOfEntry = (center: Center): string => markOf(hashOfEntry(center));

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
  | ({ readonly kind: 'confirm' } & Judged)
  | ({ readonly kind: 'doubt'; readonly reason: string } & Judged)
);

/** The year of an entry that is judged, as whom, and the mark of what was shown of it. */
type Judged = {
  readonly year: FiscalYear;
  readonly as: readonly Confirmer[];
  /** Buttons of before carry none. */
  readonly seen?: string;
};

export type CenterOutcome =
  | { readonly kind: 'corrected'; readonly fields: readonly CenterCorrection['field'][] }
  | { readonly kind: 'confirmed'; readonly year: FiscalYear; readonly as: Confirmer }
  | { readonly kind: 'doubted'; readonly year: FiscalYear; readonly as: Confirmer }
  /** What stands there is not what was shown. */
  | { readonly kind: 'changed'; readonly year: FiscalYear }
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

function outcomeOf(present: CenterRecord, intent: CenterIntent): Decided {
  switch (intent.kind) {
    case 'correct': {
      const stated = (present.imported ?? present.center).householdTarget;
      const center = intent.corrections.reduce(
        (so, correction) => withCorrection(so, correction, stated),
        present.center,
      );
      return {
        // What was confirmed is no longer what stands there; earlier years stay as they were confirmed.
        record: {
          ...present,
          center,
          confirmations: before(present, intent.year),
          ...(present.doubts && { doubts: present.doubts.map((doubt) => ({ ...doubt, corrected: true })) }),
        },
        outcome: { kind: 'corrected', fields: intent.corrections.map(({ field }) => field) },
      };
    }
    case 'confirm': {
      const { year, by, at } = intent;
      const next = nextConfirmer(present, year);
      if (!next || !intent.as.includes(next)) return notInTurn(present, year, next);
      if (isOtherThan(present.center, intent.seen)) return changed(present, year);
      const record = { ...present, confirmations: [...present.confirmations, { year, as: next, by, at }] };
      // The officer who confirms has answered what was said of the entry.
      return {
        record: next === 'officer' ? withoutDoubt(record, year) : record,
        outcome: { kind: 'confirmed', year, as: next },
      };
    }
    case 'doubt': {
      const { year, by, at, reason } = intent;
      const next = nextConfirmer(present, year);
      const [first] = intent.as;
      const as = intent.as.find((one) => one === next) ?? first;
      if (next === 'officer' || as === undefined) return notInTurn(present, year, next);
      if (isOtherThan(present.center, intent.seen)) return changed(present, year);
      const { doubts = [], ...rest } = withoutDoubt(present, year);
      return {
        record: {
          ...rest,
          confirmations: before(present, year),
          doubts: [...doubts, { year, as, by, at, reason }],
        },
        outcome: { kind: 'doubted', year, as },
      };
    }
    default:
      return intent satisfies never;
  }
}

type Decided = { readonly record: CenterRecord; readonly outcome: CenterOutcome };

/** The confirmations that an objection to the entry of a year leaves; earlier years stay as they were confirmed. */
const before = ({ confirmations }: CenterRecord, year: FiscalYear): readonly Confirmation[] =>
  confirmations.filter((one) => one.year < year);

function withoutDoubt({ doubts = [], ...rest }: CenterRecord, year: FiscalYear): CenterRecord {
  const others = doubts.filter((one) => one.year !== year);
  return { ...rest, ...(others.length > 0 && { doubts: others }) };
}

const isOtherThan = (center: Center, seen: string | undefined): boolean =>
  seen !== undefined && !isShown(hashOfEntry(center), seen);

const notInTurn = (record: CenterRecord, year: FiscalYear, waitsFor: Confirmer | undefined): Decided => ({
  record,
  outcome: { kind: 'notInTurn', year, ...(waitsFor ? { waitsFor } : {}) },
});

const changed = (record: CenterRecord, year: FiscalYear): Decided => ({
  record,
  outcome: { kind: 'changed', year },
});
