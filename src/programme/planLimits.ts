/** So many years ahead the last day of a plan may lie. */
export const planYearsAhead = 10;
