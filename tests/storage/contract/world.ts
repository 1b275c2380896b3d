import type { OpenStore } from '../../../src/storage/index.ts';

/** New, empty data, as several processes see it. What a contract needs of whatever keeps the data. */
export type World = {
  /** The data as the process of this name sees them. */
  readonly store: (process: string) => OpenStore;
  /** What every process's clock shows from now on. */
  readonly setClock: (now: Date) => void;
  readonly close: () => Promise<void>;
};

export type OpenWorld = () => Promise<World>;
