/** What the office sets for debts. */
export type DebtLimits = {
  /** The highest interest a year, in hundredths of a percent. */
  readonly rateBasisPoints: number;
};
