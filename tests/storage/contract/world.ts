import type { Store } from '../../../src/app/ports.ts';

/** New, empty data, as several processes see it. What a contract needs of whatever keeps the data. */
export type World<S extends Store = Store> = {
  /** The data as the process of this name sees them. */
  readonly store: (process: string) => S;
  /** What every process's clock shows from now on. */
  readonly setClock: (now: Date) => void;
  readonly close: () => Promise<void>;
};

export type OpenWorld<S extends Store = Store> = () => Promise<World<S>>;
