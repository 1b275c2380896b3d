/** What the administrator is alerted of. */
export type AlertKind =
  /** A job of that name. */
  | 'jobFailed'
  /** What people wrote waits for more than five minutes. */
  | 'queueOld'
  /** LINE does not take the channel's access token. */
  | 'tokenRefused'
  /** Less than a tenth of the month's pushes is left. */
  | 'quotaLow'
  /** The holidays of a coming year are not listed, or not all of them for sure. */
  | 'holidaysUnknown'
  | 'holidaysUnsure';

/** LINE does not take the channel's access token, or the month's pushes are used up. */
export type Refusal = Extract<AlertKind, 'tokenRefused' | 'quotaLow'>;
