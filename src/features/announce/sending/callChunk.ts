import type { Delivery, Multicast } from '../../../kernel/outside.ts';
import { retryKeyOf } from '../../../kernel/retryKey.ts';
import { mayWriteAt, nextMorning } from '../../../programme/calendar/clockHours.ts';
import type { Calling, Chunk } from '../record/chunk.ts';
import { retryLife } from '../record/chunk.ts';
import type { SendingParts } from './parts.ts';
import type { Step } from './step.ts';

/** A call that is begun so short before the evening, in milliseconds, may still be repeated in the night. */
const repeatedFor = 15 * 60_000;

/** Whether a call that is begun now makes no sound, however late it is repeated. */
export const isSilentFrom = (now: Date, quiet: SendingParts['quiet']): boolean =>
  !mayWriteAt(new Date(now.getTime() + repeatedFor), quiet);

/** Whether a call may be made now: in the night only one that makes no sound, or that cannot wait for the morning. */
export function isCalledAt(now: Date, { silent, since }: Calling, quiet: SendingParts['quiet']): boolean {
  if (silent || mayWriteAt(now, quiet)) return true;
  return nextMorning(now, quiet).getTime() - since.getTime() > retryLife;
}

/** Makes a chunk's call; what is to be noted of it, or nothing where the same call is to be made again. */
export async function callChunk(
  { store, multicast, alert, log }: SendingParts,
  chunk: Chunk,
  calling: Calling,
  /** Keys under which certainly nothing was sent. */
  unsent: Set<string>,
): Promise<Step | undefined> {
  const { body, key, silent } = calling;
  const people = await store.persons.read(calling.to);
  const users = people.flatMap(({ person }) => (person.lineUser === '' ? [] : [person.lineUser]));
  const messages: Parameters<Multicast>[1] = JSON.parse(body);
  const wasUnsent = unsent.delete(key);
  const delivery = await multicast(users, messages, key, silent);
  if (delivery.kind === 'unauthorized') alert('tokenRefused');
  if (delivery.kind === 'quotaUsedUp') alert('quotaLow');
  if (wasUnsent && isUnsent(delivery)) unsent.add(key);
  const step = stepAfter(delivery, chunk, calling, wasUnsent);
  if (step?.kind === 'refused') for (const half of step.newKeys) unsent.add(half);
  if (step?.kind === 'fail' && delivery.kind === 'refused')
    log.error({ code: 'announcementRefused', status: delivery.status, ...requestOf(delivery) });
  if (!step) log.warn({ code: 'announcementPaused', why: delivery.kind });
  return step;
}

const requestOf = ({ requestId }: Extract<Delivery, { kind: 'refused' }>) =>
  requestId === undefined ? {} : { requestId };

const isUnsent = ({ kind }: Delivery): boolean =>
  kind === 'rateLimited' || kind === 'unauthorized' || kind === 'notSent';

/** What LINE's answer means for a chunk. */
function stepAfter(
  delivery: Delivery,
  { id: chunk }: Chunk,
  { key }: Calling,
  wasUnsent: boolean,
): Step | undefined {
  switch (delivery.kind) {
    case 'sent':
      return { kind: 'sent', chunk, key };
    case 'quotaUsedUp':
      // Kept, it would ride along with the next reply: it must not have arrived by then.
      return { kind: wasUnsent ? 'keep' : 'giveUp', chunk, key };
    case 'refused':
      if (delivery.forAll) return { kind: 'fail', chunk, key };
      return { kind: 'refused', chunk, key, newKeys: [retryKeyOf(`${key}:0`), retryKeyOf(`${key}:1`)] };
    case 'badToken':
      return { kind: 'fail', chunk, key };
    case 'rateLimited':
    case 'unauthorized':
    case 'notSent':
    case 'unknown':
      return undefined;
    default:
      return delivery satisfies never;
  }
}
