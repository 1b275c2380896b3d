/** Why a registry file, or a row of it, cannot be taken over as it is; the sentences are in `locales`. */
export const registryProblemCodes = [
  // the whole file is refused
  'emptyFile',
  'fileTooLarge',
  'tooManyRows',
  'oldExcelFile',
  'unreadableFile',
  'quoteNotClosed',
  'missingColumns',
  'repeatedColumn',
  'severalSheets',
  'noSuchSheet',
  // a row is rejected
  'tooManyCells',
  'errorCell',
  'formulaWithoutValue',
  'missingValue',
  'textTooLong',
  'unknownProvince',
  'unknownDistrict',
  'unreadableNumber',
  'ambiguousNumber',
  'numberOutOfRange',
  'unreadableDate',
  'ambiguousDate',
  'numberForDate',
  'implausibleDate',
  'unreadablePhone',
  'unreadableYesNo',
  'nameWithoutLetters',
  'duplicateRow',
  'looksLike',
  'sameVillage',
  'sameVillageInFile',
  'unknownCenterId',
  'otherCenter',
  // a remark on the file or on a row that is taken over
  'ignoredColumn',
  'headingTakenAs',
  'untitledColumn',
  'hiddenRows',
  'filledDown',
  'totalRow',
  'leftBlank',
  'unreadableName',
  'yearOnly',
  'readAsNone',
  'countForNames',
  'severalInOne',
  'unreadableCenterId',
  'budgetedWithoutTarget',
  'foundingUnknown',
] as const;
export type RegistryProblemCode = (typeof registryProblemCodes)[number];

export type RegistryProblem = {
  readonly code: RegistryProblemCode;
  readonly params: { readonly [name: string]: string | number };
};

/** A problem with the line of the file that it is about. */
export type RegistryRemark = RegistryProblem & { readonly line: number };

/** A row that is left out, with everything that is wrong with it. */
export type RejectedRow = { readonly line: number; readonly problems: readonly RegistryProblem[] };
