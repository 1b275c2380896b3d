import type { InboundEvent } from '../../kernel/event.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterDebts } from './debts.ts';

/** One event of one person about the households of one center. */
export type AtCenter = {
  readonly person: Person;
  readonly event: InboundEvent;
  readonly debts: CenterDebts;
  /** All centers of the person, this one too; a household can move to the others. */
  readonly centers: readonly Center[];
  readonly context: Context;
};
