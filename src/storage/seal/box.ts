import { mongo } from 'mongoose';
import type { Sealer } from './seal.ts';

/** Seals plain values of the domain: what JSON has, and instants. */
export type Box = {
  readonly put: (value: unknown, place: string) => Buffer;
  /**
   * Takes out what was put in at the same place. It needs no check of its form: nobody without the data keys can
   * have made it, or brought it here from another place.
   */
  readonly take: <T>(sealed: Uint8Array, place: string) => T;
};

export function createBox({ seal, openBytes }: Pick<Sealer, 'seal' | 'openBytes'>): Box {
  return {
    put: (value, place) => seal(mongo.BSON.serialize({ value }), place),
    take: (sealed, place) => mongo.BSON.deserialize(openBytes(sealed, place)).value,
  };
}
