import type { InboundEvent } from '../event.ts';
import type { Context } from '../flow.ts';
import type { Person } from '../person.ts';
import type { CenterDebts } from './debts.ts';

/** One event of one person about the households of one center. */
export type Turn = {
  readonly person: Person;
  readonly event: InboundEvent;
  readonly debts: CenterDebts;
  readonly context: Context;
};
