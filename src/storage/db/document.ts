import { z } from 'zod';
import type { FiscalYear } from '../../programme/ids.ts';

/** Schemas of what documents hold in clear. */
export const sealed = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** An id, given its brand where it comes out of the database. */
export const branded = <Id>() => z.custom<Id>((value) => typeof value === 'string');

export const fiscalYear = z.custom<FiscalYear>((value) => typeof value === 'number');

/** An id as the name of a field: without the characters that mean something in a path. */
export const fieldName = (id: string): string =>
  id.replace(/[%.$\0]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** The id that a field is named after. */
export const idOfField = (name: string): string => decodeURIComponent(name);
