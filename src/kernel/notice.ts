import type { DraftId } from '../engine/ids.ts';
import type { AnnouncementContent } from '../features/announce/content.ts';
import type { Counts } from '../features/announce/record/announcement.ts';
import type { Level } from '../features/assessment/rules/assessment.ts';
import type { RoundNo } from '../features/household/rules/roundRow.ts';
import type { Scope } from '../programme/area/areas.ts';
import type { DeadlinePlace } from '../programme/deadline/deadline.ts';
import type { CenterId, FiscalYear, IntentId, IsoDate, Receipt } from '../programme/ids.ts';
import type { RunCounts } from '../programme/job/job.ts';
import type { Binding } from '../programme/people/actor.ts';

/** What one person is told because another acted. Scope is checked again when it leaves. */
export type Notice =
  | {
      readonly kind: 'assessmentSubmitted';
      readonly center: CenterId;
      readonly province: string;
      readonly district: string;
      readonly centerName: string;
      readonly year: FiscalYear;
      readonly receipt: Receipt;
      readonly total: number;
      readonly level: Level;
      readonly by: string;
    }
  /** A colleague took a draft over; it is closed here. */
  | {
      readonly kind: 'draftTakenOver';
      readonly draft: DraftId;
      readonly centerName: string;
      readonly by: string;
    }
  | {
      readonly kind: 'roundSubmitted';
      readonly center: CenterId;
      readonly province: string;
      readonly district: string;
      readonly centerName: string;
      readonly year: FiscalYear;
      readonly round: RoundNo;
      readonly receipt: Receipt;
      readonly households: number;
      /** Remarks to look at. */
      readonly flags: number;
      readonly by: string;
    }
  /** Somebody else does this person's work in an area now; drafts went over under the intent's id. */
  | {
      readonly kind: 'areaTakenOver';
      readonly binding: Binding;
      readonly by: string;
      readonly intent: IntentId;
    }
  /** To the administrator: something to look after. */
  | { readonly kind: 'alert'; readonly alert: AlertKind; readonly about: string }
  /** What is reported has another date now; the first one where there was none before. */
  | {
      readonly kind: 'deadlineChanged';
      readonly place: DeadlinePlace;
      readonly due: IsoDate;
      readonly before?: IsoDate;
      readonly by: string;
      /** In which capacity; an operator has none. */
      readonly as?: Pick<Binding, 'role' | 'scope'>;
    }
  /** An announcement that the month's pushes did not suffice for: it rides along with the next reply. */
  | { readonly kind: 'announced'; readonly announcement: string; readonly content: AnnouncementContent }
  /** To its author: an announcement was sent, or stopped. */
  | {
      readonly kind: 'announcementOver';
      readonly announcement: string;
      readonly text: string;
      readonly stopped: boolean;
      readonly counts: Counts;
    }
  /** To who ordered them: the reminders were sent. */
  | { readonly kind: 'remindersOver'; readonly areas: readonly Scope[]; readonly counts: RunCounts }
  /** Somebody else was given a seat that only one can hold. */
  | { readonly kind: 'seatTaken'; readonly binding: Binding };

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
