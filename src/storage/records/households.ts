import type { mongo } from 'mongoose';
import type { Household } from '../../features/household/rules/household.ts';
import type { Households } from '../../features/household/store.ts';
import type { Box } from '../seal/box.ts';
import { type RecordDocument, type SealedRecords, sealedRecords } from './index.ts';
import { areasFilter } from './scopes.ts';

export const householdIndexes: readonly mongo.IndexDescription[] = [
  { key: { center: 1, no: 1 }, name: 'number', unique: true },
  { key: { province: 1, district: 1 }, name: 'area' },
];

export type HouseholdRecords = SealedRecords<Household>;

export const householdRecords = (db: mongo.Db, box: Box): HouseholdRecords =>
  sealedRecords(db.collection<RecordDocument>('households'), box, {
    idOf: ({ id }) => id,
    inClear: ({ place: { center, province, district, no } }) => ({ center, province, district, no }),
  });

export function openHouseholds(records: HouseholdRecords): Households {
  return {
    read: records.read,
    async write(household, expected) {
      const result = await records.write(household, expected);
      // The center's book gives a number once only, so no other try would end otherwise.
      if (result === 'duplicate') throw new Error('another household of the center has this number');
      return result;
    },
    async within(areas) {
      const found = await records.find(areasFilter(areas));
      return found.toSorted((a, b) => a.place.no - b.place.no);
    },
  };
}
