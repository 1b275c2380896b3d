import type { Scope } from '../../programme/area/areas.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { Forecast } from '../../programme/forecast/forecast.ts';
import type { IsoDate } from '../../programme/ids.ts';

/** What is late in some areas, and what waits for a signature there, overdue or not. */
export type OpenWork = { readonly late: readonly LateWork[]; readonly waiting: readonly Duty[] };

/** Something overdue, with the names of those for whom it waits, as far as they are known. */
export type LateWork = { readonly duty: Duty; readonly who: readonly string[] };

/** How many assessments of an area will be done by their due date, and whom to remind that all are. */
export type AreaForecast = Pick<Forecast, 'total' | 'done'> & {
  readonly area: Scope;
  readonly due: IsoDate;
  /** Absent where too little is known to tell. */
  readonly likely?: Pick<Forecast, 'expected' | 'low' | 'high'>;
  /** The districts where nobody is registered who could do what is open. */
  readonly vacant: readonly Scope[];
  readonly remind: readonly { readonly name: string; readonly open: number }[];
};
