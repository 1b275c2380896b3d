import type { FileProblemCode } from '../../../tables/fileProblem.ts';

/** What only a file of deadlines can have wrong; each has a sentence `file` among the feature's texts. */
export const deadlineFileProblemCodes = [
  'noRows',
  'unknownKind',
  'unreadableYear',
  'districtWithoutProvince',
  'noPeriod',
  'outsidePeriod',
  'areaTooSmall',
  'letterWithoutNumber',
  'letterAhead',
  'unknownUrgency',
] as const;
type OwnCode = (typeof deadlineFileProblemCodes)[number];

export type FileProblem = {
  readonly code: OwnCode | FileProblemCode;
  readonly params: { readonly [name: string]: string | number };
};

/** Whether only files of deadlines can have this wrong. */
export const isOwn = (code: FileProblem['code']): code is OwnCode =>
  deadlineFileProblemCodes.some((one) => one === code);
