import type { FiscalYear } from '../../../programme/ids.ts';
import { manyAlike } from './batch.ts';
import type { Household, Work } from './household.ts';
import { madeNewContract, oneRemains } from './method.ts';
import { resultIn } from './result.ts';
import type { RoundNo, RoundRow } from './roundRow.ts';
import type { LoggedStep } from './steps.ts';

/** What a report gives the province to look at; none of it is wrong by itself. */
export const flagCodes = [
  /** The debt at joining is the same in many households. */
  'sameBefore',
  /** What is left is the same in many households. */
  'sameAfter',
  /** The debt fell by the same in many households. */
  'sameReduced',
  /** The debt at joining is another one than in the last report. */
  'beforeChanged',
  /** What is left is another amount than in the last report. */
  'afterChanged',
  'grown',
  /** Nothing is left, although a new contract was made. */
  'clearedDespiteNewContract',
  /** More contracts are left than the consolidation leaves. */
  'consolidationNotSeen',
  /** Steps were left out, or gone back, with a reason. */
  'stepJump',
  'stepBack',
  /** One message said the same step of many households. */
  'sameStep',
] as const;
export type FlagCode = (typeof flagCodes)[number];

/** The households, by their numbers in the center, that a flag is about. */
export type Flag = { readonly code: FlagCode; readonly nos: readonly number[] };

/** Flags that tell of a difference to the last report; they stay when the next one repeats the new figure. */
const ofDifferences: readonly FlagCode[] = ['beforeChanged', 'afterChanged'];

type Reported = {
  readonly round: RoundNo;
  readonly year: FiscalYear;
  readonly rows: readonly RoundRow[];
  readonly households: readonly Household[];
};
/** What was said of these households before: in this round, and at joining. */
type Before = {
  readonly last: { readonly rows: readonly RoundRow[]; readonly flags: readonly Flag[] } | undefined;
  readonly joinings: readonly RoundRow[];
};

/** The flags of a report that is being made; of households that moved the report before has told. */
export function flagsOf(reported: Reported, { last, joinings }: Before): readonly Flag[] {
  const rows = reported.rows.filter(({ moved }) => !moved);
  const found = [
    ...alike('sameBefore', rows, ({ beforeSatang }) =>
      reported.round === 1 ? beforeSatang || undefined : undefined,
    ),
    ...differing('beforeChanged', rows, last?.rows ?? joinings, ({ beforeSatang }) => beforeSatang),
    ...differing('afterChanged', rows, last?.rows ?? [], ({ result }) => result?.afterSatang),
    ...(reported.round === 2 ? resultFlags(reported, rows) : []),
    ...(last?.flags ?? []).filter(({ code }) => ofDifferences.includes(code)),
  ];
  return flagCodes.flatMap((code) => {
    const nos = found.filter((flag) => flag.code === code).flatMap((flag) => flag.nos);
    return nos.length > 0 ? [{ code, nos: [...new Set(nos)].sort((a, b) => a - b) }] : [];
  });
}

/** How many remarks there are: one for each flag and household. */
export const countFlags = (flags: readonly Flag[]): number =>
  flags.reduce((sum, { nos }) => sum + nos.length, 0);

type Amount = (row: RoundRow) => number | undefined;

/** Many households with one amount. */
function alike(code: FlagCode, rows: readonly RoundRow[], amount: Amount): readonly Flag[] {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const value = amount(row);
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), row.no]);
  }
  return [...groups.values()].filter((nos) => nos.length >= manyAlike).map((nos) => ({ code, nos }));
}

/** Households of which an earlier report named another amount. */
function differing(
  code: FlagCode,
  rows: readonly RoundRow[],
  earlier: readonly RoundRow[],
  amount: Amount,
): readonly Flag[] {
  const before = new Map(earlier.map((row) => [row.household, amount(row)]));
  const nos = rows.flatMap((row) => {
    const then = before.get(row.household);
    return then !== undefined && then !== amount(row) ? [row.no] : [];
  });
  return nos.length > 0 ? [{ code, nos }] : [];
}

function resultFlags({ households, year }: Reported, rows: readonly RoundRow[]): readonly Flag[] {
  return [
    ...alike('sameAfter', rows, ({ result }) => result?.afterSatang),
    ...alike('sameReduced', rows, ({ result }) => result?.reducedSatang || undefined),
    ...households.flatMap(({ place, work }) => workFlags(place.no, work[year])),
  ];
}

/** What the work with one household gives to look at. */
function workFlags(no: number, work: Work | undefined): readonly Flag[] {
  if (!work) return [];
  const { before, methods, steps, result } = work;
  if (!result) return stepFlags(no, steps);
  const { grownSatang, cleared } = resultIn(work, result);
  const flag = (code: FlagCode, holds: boolean): readonly Flag[] => (holds ? [{ code, nos: [no] }] : []);
  return [
    ...stepFlags(no, steps),
    ...flag('grown', grownSatang > 0),
    ...flag('clearedDespiteNewContract', cleared && madeNewContract(methods)),
    ...flag('consolidationNotSeen', !oneRemains(methods, before, result.after)),
  ];
}

/** What the steps of a household give to look at, reported or not. */
export function stepFlags(no: number, steps: readonly LoggedStep[]): readonly Flag[] {
  const flag = (code: FlagCode, holds: (step: LoggedStep) => boolean): readonly Flag[] =>
    steps.some(holds) ? [{ code, nos: [no] }] : [];
  return [
    ...flag('stepJump', ({ turn }) => turn === 'jump'),
    ...flag('stepBack', ({ turn }) => turn === 'back'),
    ...flag('sameStep', ({ sameFor = 0 }) => sameFor >= manyAlike),
  ];
}
