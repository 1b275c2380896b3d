/** Why something about a household cannot be taken; the sentences are in `locales`. */
export const householdProblemCodes = [
  // what was typed
  'textMissing',
  'textTooLong',
  'membersOutOfRange',
  'amountOutOfRange',
  'nothingOwed',
  'rateAboveLimit',
  'rateOutOfRange',
  'noContracts',
  'tooManyContracts',
  'noSuchContract',
  'noSuchOutside',
  // dates
  'inFuture',
  'beforeJoined',
  'notLater',
  // methods, and what each changed
  'noMethod',
  'methodTwice',
  'tooFewJoined',
  'tooManyJoined',
  'rateNotLower',
  'nothingWaived',
  // the order of the work
  'notJoined',
  'alreadyJoined',
  'planFirst',
  'reasonNeeded',
  'resultBeforeStep4',
  'alreadyHasResult',
  'noResult',
  'growthReasonNeeded',
  'newContractMissing',
  'closed',
  'notClosed',
] as const;
export type HouseholdProblemCode = (typeof householdProblemCodes)[number];

export type HouseholdProblem = {
  readonly code: HouseholdProblemCode;
  readonly params: { readonly [name: string]: string | number };
};

export const problem = (
  code: HouseholdProblemCode,
  params: HouseholdProblem['params'] = {},
): HouseholdProblem => ({ code, params });

/** Longest texts, in characters: of names and house numbers, of what is told in a line, of a note. */
export const longest = { name: 120, houseNo: 30, line: 500, note: 2000 } as const;

/** What is wrong with a text that has to be there. */
export function textProblem(field: string, text: string, max: number): HouseholdProblem | undefined {
  if (text.trim() === '') return problem('textMissing', { field });
  return text.length > max ? problem('textTooLong', { field, length: text.length, max }) : undefined;
}

/** What is wrong with a text that may be left out. */
export const optionalTextProblem = (field: string, text: string | undefined, max: number) =>
  text === undefined ? undefined : textProblem(field, text, max);

/** The first thing that is wrong with any of several. */
export function firstProblem<T>(
  items: readonly T[],
  check: (item: T) => HouseholdProblem | undefined,
): HouseholdProblem | undefined {
  for (const item of items) {
    const found = check(item);
    if (found) return found;
  }
  return undefined;
}
