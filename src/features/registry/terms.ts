import type sentences from '../../../locales/th/registry.json';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterCorrection } from '../../programme/center/correction.ts';
import type { CenterOutcome, Confirmation, Confirmer } from '../../programme/center/record.ts';
import type { CenterId, FiscalYear } from '../../programme/ids.ts';

declare module '../../programme/deadline/kind.ts' {
  interface DueKinds {
    readonly registry: true;
  }
}

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** All centers of these areas. */
    centersIn(areas: readonly Scope[]): readonly Center[];
    /** Who confirmed the registry entries of those centers, of all years. */
    confirmationsIn(areas: readonly Scope[]): ReadonlyMap<CenterId, readonly Confirmation[]>;
  }
  interface Intents {
    readonly correctCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly correction: CenterCorrection;
    };
    readonly confirmCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly as: readonly Confirmer[];
    };
  }
  interface Outcomes {
    readonly correctCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: CenterOutcome;
    };
    readonly confirmCenter: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: CenterOutcome;
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
  }
  interface TextFiles {
    readonly registry: typeof sentences;
  }
}
