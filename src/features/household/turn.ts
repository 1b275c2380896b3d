import type { InboundEvent } from '../../kernel/event.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import type { CenterDebts } from './debts.ts';

/** One event of one person about the households of one center. */
export type Turn = {
  readonly person: Person;
  readonly event: InboundEvent;
  readonly debts: CenterDebts;
  readonly context: Context;
};
