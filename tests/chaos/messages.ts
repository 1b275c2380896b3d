import type { NewRow } from '../../src/app/ports.ts';
import type { Json } from '../../src/engine/ids.ts';
import type { Delivery, LogEntry } from '../../src/kernel/outside.ts';
import type { PersonId } from '../../src/programme/ids.ts';

/** How a worker is told what to work on; its first argument, as JSON. */
export type Task = {
  readonly uri: string;
  readonly name: string;
  readonly people: readonly PersonId[];
  /** Its data keys, as in DATA_KEYS. */
  readonly dataKeys: string;
};

/** What the parent sends to a worker. */
export type ToWorker =
  | { readonly kind: 'accept'; readonly call: number; readonly rows: readonly NewRow[] }
  | { readonly kind: 'delivery'; readonly call: number; readonly delivery: Delivery }
  /** Finish what was begun and end, as after SIGTERM. */
  | { readonly kind: 'end' };

/** What a worker sends to its parent, who plays LINE for it. */
export type FromWorker =
  | { readonly kind: 'up' }
  | { readonly kind: 'accepted'; readonly call: number; readonly isDurable: boolean }
  | {
      readonly kind: 'reply';
      readonly call: number;
      readonly token: string;
      readonly messages: Json;
      readonly silent: boolean;
    }
  | {
      readonly kind: 'push';
      readonly call: number;
      readonly to: string;
      readonly messages: Json;
      readonly key: string;
      readonly silent: boolean;
    }
  | { readonly kind: 'log'; readonly entry: LogEntry }
  /** It is about to make a call to the database, or was answered. */
  | { readonly kind: 'step'; readonly at: string };
