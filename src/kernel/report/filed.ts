import type { Center } from '../../programme/center/center.ts';
import type { Around } from '../../programme/report/around.ts';
import type { AnyCase } from './cases.ts';
import type { SeatNow } from './seatNow.ts';

/** A submitted report with what is known of the unit that it is about. */
export type FiledReport = {
  readonly record: AnyCase;
  /** What the unit is called. */
  readonly name: string;
  /** Of its seats only the deputyships of who asks. */
  readonly around: Around;
  /** Of the registry, where the unit is one. */
  readonly center?: Center;
  /** Who has the step that it waits for, where it was asked for. */
  readonly seat?: SeatNow;
  /** The same report of the period before, where it was asked for. */
  readonly earlier?: AnyCase;
};
