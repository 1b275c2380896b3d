const digits = '๐๑๒๓๔๕๖๗๘๙';

/** Figures as Thai offices write them; words with Latin letters, such as receipt numbers, stay as they are. */
export const thaiDigits = (text: string): string =>
  text.replace(/[^\s]+/gu, (word) =>
    /[A-Za-z]/.test(word) ? word : word.replace(/\d/g, (digit) => digits.charAt(Number(digit))),
  );
