/** Branded ids: strings that cannot be mistaken for one another. */
type Brand<Name extends string> = string & { readonly __brand: Name };

/** A person, as a keyed hash of the LINE user id: `P` + 24 characters. The user id itself is only kept sealed. */
export type PersonId = Brand<'PersonId'>;
/** A community fund center's printed id: `C` + 6 characters of Crockford's base32. */
export type CenterId = Brand<'CenterId'>;
/** A household, wherever it moves: `H` + 16 characters of Crockford's base32. */
export type HouseholdId = Brand<'HouseholdId'>;
/** A report case: `<unit>:<form>:<period>`, for example `C4K7Q2M:center-assessment:2565`. */
export type CaseId = Brand<'CaseId'>;
/** An intent towards a shared record; the id of the event that caused it. */
export type IntentId = Brand<'IntentId'>;
/** A receipt number such as `FL65-4QK7M2XA-9`. */
export type Receipt = Brand<'Receipt'>;
/** The number of an official document such as `FD65-4QK7M2XA-9`. */
export type DocumentNumber = Brand<'DocumentNumber'>;
/** A stored photo or file. */
export type FileId = Brand<'FileId'>;
/** A calendar date in Asia/Bangkok, `YYYY-MM-DD`, Gregorian. */
export type IsoDate = Brand<'IsoDate'>;
/** A Thai fiscal year in the Buddhist Era, for example 2565 = 1 Oct 2021 – 30 Sep 2022. */
export type FiscalYear = number & { readonly __brand: 'FiscalYear' };
