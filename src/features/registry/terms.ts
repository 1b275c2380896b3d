import type sentences from '../../../locales/th/registry.json';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterCorrection } from '../../programme/center/correction.ts';
import type { CenterOutcome, Checks, Confirmer } from '../../programme/center/record.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';
import type { Frozen } from '../../programme/report/outcome.ts';

declare module '../../programme/deadline/kind.ts' {
  interface DueKinds {
    readonly registry: true;
  }
}

/** An entry that is judged, as whom, and the mark of what was shown of it; buttons of before carry none. */
export type JudgedEntry = {
  readonly center: CenterId;
  readonly as: readonly Confirmer[];
  readonly seen?: string;
};

/** What was decided on an entry; or that its area is frozen. */
export type EntryOutcome = CenterOutcome | Frozen;

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** All centers of these areas. */
    centersIn(areas: readonly Scope[]): readonly Center[];
    /** Who confirmed the registry entries of those centers or said that they are not correct, of all years. */
    registryChecks(areas: readonly Scope[]): ReadonlyMap<CenterId, Checks>;
  }
  interface Intents {
    readonly correctCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly correction: CenterCorrection;
    };
    readonly confirmCenter: JudgedEntry & { readonly year: FiscalYear };
    /** Each entry decides for itself. */
    readonly confirmCenters: { readonly year: FiscalYear; readonly entries: readonly JudgedEntry[] };
    readonly doubtCenter: JudgedEntry & { readonly year: FiscalYear; readonly reason: string };
  }
  interface Notices {
    /** Somebody who confirms after the officer says that an entry is not correct. */
    readonly registryDoubted: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly as: Confirmer;
      readonly by: string;
    };
  }
  interface Outcomes {
    readonly correctCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: EntryOutcome;
    };
    readonly confirmCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: EntryOutcome;
    };
    readonly confirmCenters: {
      readonly year: FiscalYear;
      readonly results: readonly { readonly center: CenterId; readonly result: EntryOutcome }[];
    };
    /** `told`: how many officers of the district were. */
    readonly doubtCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: EntryOutcome;
      readonly told: number;
    };
  }
  interface FlowIds {
    readonly registry: true;
  }
  interface CommandNames {
    readonly registry: true;
  }
  interface AuditDeeds {
    readonly sawRegistry: true;
    readonly correctedRegistry: true;
    readonly confirmedRegistry: true;
    readonly doubtedRegistry: true;
  }
  interface TextFiles {
    readonly registry: typeof sentences;
  }
}
