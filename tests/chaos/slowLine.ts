import { setTimeout as sleep } from 'node:timers/promises';
import type { Line } from '../../src/app/ports.ts';
import type { Delivery } from '../../src/kernel/outside.ts';
import type { FakeLine } from '../support/fakeLine.ts';
import type { Dice } from './dice.ts';

/** Of a call, in milliseconds. */
const usual = 100;
const slowest = 2000;

export type SlowLineHooks = {
  /** A call begins, of which the phone shows nothing before so many milliseconds. */
  readonly onCall: (to: string, ms: number) => void;
  /** It is answered or not; `isShown` when it is known that the phone shows it. */
  readonly onEnd: (to: string, isShown: boolean) => void;
};

/** LINE as it may be: every call takes its time, some take seconds, and what they bring is shown at their end. */
export function slowed({ line, ownerOf }: FakeLine, dice: Dice, { onCall, onEnd }: SlowLineHooks): Line {
  async function slowly(to: string, call: () => Promise<Delivery>): Promise<Delivery> {
    const ms = dice(5) === 0 ? 300 + dice(slowest - 300) : usual;
    onCall(to, ms);
    await sleep(ms);
    const delivery = await call();
    onEnd(to, delivery.kind === 'sent');
    return delivery;
  }
  return {
    ...line,
    reply: (token, ...call) => slowly(ownerOf(token) ?? '', () => line.reply(token, ...call)),
    push: (to, ...call) => slowly(to, () => line.push(to, ...call)),
  };
}
