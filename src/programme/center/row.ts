import type { CenterId } from '../ids.ts';
import type { Center } from './center.ts';
import type { Founding } from './founding.ts';

/**
 * What an import file states of a center. A field that is absent was left blank or has no column:
 * the file says nothing about it.
 */
export type RegistryRow = {
  readonly province: string;
  readonly district: string;
  readonly subdistrict: string;
  readonly moo: number;
  readonly village: string;
  readonly name: string;
  readonly founded?: Founding;
  readonly chairName?: string;
  readonly chairPhone?: string;
  readonly committeeSize?: number;
  readonly divisions?: readonly string[];
  readonly memberFunds?: readonly string[];
  readonly budgeted?: boolean;
  readonly newCenter?: boolean;
  readonly modelCenter?: boolean;
  readonly operatingModel?: string;
  readonly householdTarget?: number;
};

/** A row with its line in the file, and the center that it says to mean: one of the registry, or none of them. */
export type NumberedRow = {
  readonly line: number;
  readonly row: RegistryRow;
  readonly means?: CenterId | 'new';
};

/** A center of the registry, with all that imports have stated of it so far. */
export type RegistryEntry = {
  readonly center: Center;
  readonly imported?: RegistryRow;
  readonly rev: number;
};

export const registryFields = [
  'province',
  'district',
  'subdistrict',
  'moo',
  'village',
  'name',
  'founded',
  'chairName',
  'chairPhone',
  'committeeSize',
  'divisions',
  'memberFunds',
  'budgeted',
  'newCenter',
  'modelCenter',
  'operatingModel',
  'householdTarget',
] as const satisfies readonly (keyof RegistryRow)[];
