import type { Outgoing, PersonRecord } from '../../kernel/store.ts';
import { attemptKey } from '../lane/attempt.ts';
import { exclusively, type Lane, viewOf } from '../lane/lane.ts';
import { freed } from '../lane/mark.ts';
import type { Records } from '../lane/personRecords.ts';
import type { Alarms } from '../process/alarms.ts';
import { faultOf } from '../process/fault.ts';
import { Stopped } from '../process/patience.ts';
import type { Surroundings } from '../process/surroundings.ts';
import type { Channel } from './channel.ts';
import type { EndSend } from './endSend.ts';
import type { CallLine } from './lineCall.ts';
import { type NextSend, nextSend } from './nextSend.ts';
import { firstPush } from './outgoing.ts';

/** Sends what a lane's outbox holds, one call at a time and as far as it can be sent now. */
export type Send = (lane: Lane) => Promise<void>;

export type SenderParts = {
  readonly alarms: Alarms;
  readonly channel: Channel;
  readonly records: Records;
  readonly call: CallLine;
  readonly endSend: EndSend;
  readonly leaseMs: (partition: number) => number;
  readonly isDraining: () => boolean;
  /** Nothing more can be sent now; or the document was lost and must be read again. */
  readonly onEnd: (lane: Lane) => void;
};

type Claim = Extract<NextSend, { kind: 'claim' }>;

export function createSend(surroundings: Surroundings, parts: SenderParts): Send {
  const { render, clock, process, quiet, isTimely, log, limits } = surroundings;
  const { alarms, channel, records, call, endSend, leaseMs, isDraining, onEnd } = parts;

  function nextOf(lane: Lane, record: PersonRecord): NextSend {
    return nextSend(record, {
      process,
      now: clock.now(),
      monotonic: clock.monotonic(),
      leaseMs: leaseMs(lane.partition),
      pauseMs: channel.pauseMs,
      isTimely,
      attempts: lane.attempts,
      limits,
    });
  }

  /** The entry as its next attempt makes it. */
  function attempted(entry: Outgoing, { way, unknown }: Claim, { person }: PersonRecord): Outgoing {
    const again = { attempts: entry.attempts + 1, owner: process, unknown };
    if (way === 'reply' || entry.token === undefined) return { ...entry, ...again };
    const pushing = { owner: process, now: clock.now(), render, language: person.language, quiet };
    return { ...firstPush(entry, pushing), ...again };
  }

  /** Wins the right to the next attempt, if nobody else went on with the entry. */
  const claim = (lane: Lane, step: Claim): Promise<void> =>
    exclusively(lane, async () => {
      const view = viewOf(lane);
      const isSame = ({ id, attempts, owner }: Outgoing) =>
        id === step.entry.id && attempts === step.entry.attempts && owner === step.entry.owner;
      const entry = view?.outbox.find(isSame);
      if (!view || !entry) return;
      const next = attempted(entry, step, view);
      const outbox = view.outbox.map((other) => (other === entry ? next : other));
      lane.attempts.set(attemptKey(next), { state: 'ready', unknown: step.unknown, dueAt: 0 });
      const becomesPush = entry.token !== undefined && next.token === undefined;
      await records.write(lane, { ...(becomesPush ? freed(view, entry) : view), outbox }, lane.marks);
    });

  async function act(lane: Lane, record: PersonRecord, step: NextSend): Promise<void> {
    switch (step.kind) {
      case 'end':
        return endSend(lane, step.entry, step.why);
      case 'claim':
        return claim(lane, step);
      case 'call':
        return call(lane, record.person, step.entry);
      case 'wait':
      case 'nothing':
        return;
      default:
        return step satisfies never;
    }
  }

  async function sendAll(lane: Lane): Promise<void> {
    for (;;) {
      const record = viewOf(lane);
      const step: NextSend = record ? nextOf(lane, record) : { kind: 'nothing' };
      if (!hasOpenReply(lane)) lane.answered?.();
      if (!record || step.kind === 'nothing') return;
      if (step.kind === 'wait') {
        if (step.ms <= limits.laneRest && !isDraining())
          lane.stopWaiting = alarms(step.ms, () => void send(lane));
        return;
      }
      await act(lane, record, step);
    }
  }

  async function send(lane: Lane): Promise<void> {
    lane.sendAgain = true;
    if (lane.sending) return;
    lane.sending = true;
    lane.stopWaiting?.();
    lane.stopWaiting = undefined;
    try {
      while (lane.sendAgain) {
        lane.sendAgain = false;
        await sendAll(lane);
      }
    } catch (error) {
      if (!(error instanceof Stopped)) log.error({ code: 'sendFailed', ...faultOf(error) });
    } finally {
      lane.sending = false;
    }
    if (!hasOpenReply(lane)) lane.answered?.();
    onEnd(lane);
  }

  return send;
}

/** Whether a reply is on its way, so that the next decision has to wait for it. */
export const hasOpenReply = (lane: Lane): boolean =>
  viewOf(lane)?.outbox.some(({ token }) => token !== undefined) ?? false;
