import { decideCenter } from '../../domain/center/record.ts';
import type { DebtLimits } from '../../domain/household/contract.ts';
import type { Intent } from '../../flows/intent.ts';
import type { Line, Perform, Store } from '../ports.ts';
import { type AnnounceParts, createAnnouncementWork } from './announcement.ts';
import { createAssessmentWork } from './assessment.ts';
import { createDeadlineWork } from './deadline.ts';
import { createHouseholdsWork } from './households.ts';
import { createInviting, createRedeem } from './invitation.ts';
import { createLateWork, type LateParts } from './lateReminder.ts';
import { createLettingGo } from './letGo.ts';
import { settle } from './settle.ts';

export type PerformParts = {
  readonly store: Store;
  readonly line: Pick<Line, 'profile'>;
  /** Unguessable bytes that are the same for the same intent, so that a repeated intent makes the same receipt. */
  readonly entropy: (of: string) => Uint8Array;
  readonly debtLimits: DebtLimits;
  /** What sending to many people needs besides. */
  readonly announcing: Omit<AnnounceParts & LateParts, 'store'>;
};

/** Performs intents: the shared record decides first, everything else follows from its outcome. */
export function createPerform({ store, line, entropy, debtLimits, announcing }: PerformParts): Perform {
  const assessment = createAssessmentWork(store, entropy);
  const households = createHouseholdsWork(store, entropy, debtLimits);
  const redeem = createRedeem(store, line);
  const letGo = createLettingGo(store);
  const invite = createInviting(store, entropy);
  const setDeadline = createDeadlineWork(store);
  const announce = createAnnouncementWork({ ...announcing, store });
  const late = createLateWork({ ...announcing, store });
  return (job) => {
    const { intent } = job;
    switch (intent.kind) {
      case 'planAnnouncement':
      case 'sendAnnouncement':
      case 'stopAnnouncement':
        return announce(job, intent);
      case 'countLate':
      case 'remindLate':
        return late(job, intent);
      case 'claim':
      case 'release':
      case 'submit':
      case 'carryPlan':
        return assessment(job, intent);
      case 'correctCenter':
      case 'confirmCenter':
        return registry(job, intent);
      case 'redeem':
        return redeem(job, intent);
      case 'letGo':
        return letGo(job);
      case 'invite':
        return invite(job, intent);
      case 'setDeadline':
        return setDeadline(job, intent);
      case 'joinHousehold':
      case 'workHousehold':
      case 'logCenterStep':
      case 'batchHouseholds':
      case 'moveHousehold':
      case 'submitRound':
        return households(job, intent);
      default:
        return intent satisfies never;
    }
  };

  async function registry(
    { id, by, at }: Parameters<Perform>[0],
    intent: Extract<Intent, { kind: 'correctCenter' | 'confirmCenter' }>,
  ): ReturnType<Perform> {
    const who = { id, by: by.id, at };
    const decided = await settle(store.centers, intent.center, (present) => {
      if (!present) return undefined;
      return intent.kind === 'correctCenter'
        ? decideCenter(present, {
            ...who,
            kind: 'correct',
            year: intent.year,
            corrections: [intent.correction],
          })
        : decideCenter(present, { ...who, kind: 'confirm', year: intent.year, as: intent.as });
    });
    if (!decided) throw new Error('an intent names a center that the registry does not hold');
    return { outcome: { of: intent.kind, center: intent.center, result: decided.outcome }, notices: [] };
  }
}
