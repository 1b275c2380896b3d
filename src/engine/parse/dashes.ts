const ANY_DASH = /[‐-―−]/g;

/** Hyphens, en and em dashes and the minus sign as one plain hyphen. */
export const plainDashes = (text: string): string => text.replace(ANY_DASH, '-');
