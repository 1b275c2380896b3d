/** Doubling pauses, in milliseconds: after the first failure `first`, never more than `most`. */
export const backOff = (failures: number, first: number, most: number): number =>
  Math.min(first * 2 ** Math.min(failures - 1, 30), most);
