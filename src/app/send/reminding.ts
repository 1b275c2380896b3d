import type { Person } from '../../kernel/person.ts';
import type { Outgoing } from '../../kernel/store.ts';
import type { SettledReminder } from '../../kernel/tick.ts';
import type { ReminderReason } from '../../programme/job/job.ts';
import { againId, reminderIdOf } from '../inbox/effectIds.ts';
import { encodeTick } from '../inbox/ownRows.ts';
import { partitionOf } from '../inbox/partition.ts';
import type { EndOfSend } from '../lane/attempt.ts';
import type { NewRow } from '../ports.ts';
import { faultOf } from '../process/fault.ts';
import type { Surroundings } from '../process/surroundings.ts';

/** What the sender does about entries that the clock caused. */
export type Reminding = {
  /** Whether an entry whose attempt was marked still tells the truth; else it is told anew, unless it may have arrived. */
  readonly isTrue: (person: Person, entry: Outgoing, mayHaveArrived: boolean) => Promise<boolean>;
  readonly sent: (entry: Outgoing) => void;
  readonly ended: (entry: Outgoing, why: EndOfSend) => void;
};

type End = { readonly state: SettledReminder['state']; readonly why: ReminderReason };
const ends: { readonly [E in EndOfSend]?: End } = {
  kept: { state: 'kept', why: 'quota' },
  away: { state: 'skipped', why: 'away' },
  refused: { state: 'failed', why: 'refused' },
  ambiguous: { state: 'failed', why: 'unknown' },
  missed: { state: 'cancelled', why: 'missed' },
  unheard: { state: 'failed', why: 'unknown' },
  tooOld: { state: 'failed', why: 'unknown' },
};

export function createReminding(surroundings: Surroundings): Reminding {
  const { store, turn, isStillOwed, settleReminder, clock, log } = surroundings;

  /** Best effort: what is missed is found when its run ends. */
  function tell(settled: SettledReminder): void {
    settleReminder(settled).catch((error: unknown) =>
      log.warn({ code: 'reminderNotSettled', event: settled.id, ...faultOf(error) }),
    );
  }

  /** What is left of it is decided anew, as an event of its own. */
  function rowOf({ id: person }: Person, { event, cause }: Outgoing): NewRow | undefined {
    if (cause?.kind !== 'tick') return undefined;
    const now = clock.now();
    const head = { id: againId(event), person, partition: partitionOf(person), place: 0 };
    return { ...head, receivedAt: now, at: now, body: encodeTick({ ...cause.tick, again: true }) };
  }

  /** What has been tried for a while may be for somebody else by now; the first attempt follows the decision at once. */
  async function isStillTheirs(person: Person, { event, attempts, cause }: Outgoing): Promise<boolean> {
    if (!cause || attempts === 1) return true;
    const at = clock.now();
    const head = {
      id: event,
      who: person.id,
      lineUser: person.lineUser,
      at,
      receivedAt: at,
      redelivered: false,
    };
    return (await turn({ ...head, ...cause, rides: true }, person)).reply !== undefined;
  }

  return {
    async isTrue(person, entry, mayHaveArrived) {
      const { asLongAs } = entry.reply;
      const isOwed = !asLongAs || (await isStillOwed(person, asLongAs));
      if (isOwed && (await isStillTheirs(person, entry))) return true;
      const row = mayHaveArrived ? undefined : rowOf(person, entry);
      if (row) await store.inbox.insert([row]);
      else if (entry.cause?.kind === 'tick')
        tell({ id: reminderIdOf(entry.event), state: 'failed', why: 'unknown' });
      return false;
    },

    sent({ event, cause, carries }) {
      if (cause?.kind === 'tick') tell({ id: reminderIdOf(event), state: 'sent' });
      if (carries && !carries.rest) tell({ id: reminderIdOf(carries.waits.id), state: 'sent' });
    },

    ended({ event, cause, carries }, why) {
      const end = ends[why];
      if (!end) return;
      if (cause?.kind === 'tick') tell({ id: reminderIdOf(event), ...end });
      // What was kept stays kept while it certainly did not arrive.
      if (carries && end.state === 'failed') tell({ id: reminderIdOf(carries.waits.id), ...end });
    },
  };
}
