import type { DeadlineKind, DueKind } from '../programme/deadline/kind.ts';
import type { DutyKind } from './duty/kind.ts';
import { type Text, t } from './reply.ts';

/** A kind of due date as its feature hands it over; what it is called is `due` in the feature's file of texts. */
export type Due = DueKind & {
  /** Another name under which it may be chosen. */
  readonly also?: Text;
  /** Who owes it, where it is more than a date. */
  readonly duty?: DutyKind;
};

/** What a kind of report is called. */
export const reportName = (kind: DeadlineKind): Text => t(`due:${kind}`);
