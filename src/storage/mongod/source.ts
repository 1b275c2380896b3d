import type { HostEnv } from '../../config.ts';

export type Progress = (message: string) => void;

/** Where a mongod can be fetched from. */
export type Source = {
  readonly name: string;
  /** Why this machine cannot use it, told without the network; nothing where it can. */
  readonly unfit: (host: HostEnv) => Promise<string | undefined>;
  /** Resolves to the fetched mongod; files may be left in the folder. */
  readonly fetch: (host: HostEnv, folder: string, progress: Progress) => Promise<string>;
};

/** Milliseconds in which a source must have answered. */
export const connectMs = 5000;
/** Milliseconds in which a source must have handed over its mongod, on a slow line. */
export const fetchMs = 15 * 60_000;
