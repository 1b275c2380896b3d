/** The seed of every property test; another one is given to look for rarer cases. */
export const seed = Number(process.env.FUNDLINE_SEED ?? 2565);
