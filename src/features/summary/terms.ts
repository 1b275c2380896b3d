import type sentences from '../../../locales/th/summary.json';
import type { Scope } from '../../programme/area/areas.ts';
import type { FiscalYear, IsoDate } from '../../programme/ids.ts';
import type { AreaStanding } from '../../programme/standing.ts';
import type { AreaForecast, OpenWork } from './found.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** Figures of these areas in a year, and of the areas next below. */
    standingsOf(areas: readonly Scope[], year: FiscalYear): readonly AreaStanding[];
    /** How far these areas will be on the due date of a year's assessments. */
    forecastsOf(areas: readonly Scope[], year: FiscalYear, today: IsoDate): readonly AreaForecast[];
    /**
     * What is overdue in these areas, of every open year, the most urgent first, and with whom; and what waits for a
     * signature.
     */
    openWorkIn(areas: readonly Scope[], today: IsoDate): OpenWork;
  }
  interface FlowIds {
    readonly summary: true;
  }
  interface CommandNames {
    readonly summary: true;
  }
  interface AuditDeeds {
    readonly sawSummary: true;
  }
  interface TextFiles {
    readonly summary: typeof sentences;
  }
}
