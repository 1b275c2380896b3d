/** An exact decimal number: digits × 10^-places. Money is never computed in binary fractions. */
export interface Decimal {
  readonly digits: number;
  readonly places: number;
}

export const whole = (digits: number): Decimal => ({ digits, places: 0 });

export const isWhole = (value: Decimal): boolean => value.places === 0;

/** Reads digits with at most one decimal point. */
export function decimal(text: string): Decimal {
  const [before = '', after = ''] = text.split('.');
  return { digits: Number(`${before}${after}`), places: after.length };
}

/** Without the zeros at the end of its fraction. */
export function trimmed({ digits, places }: Decimal): Decimal {
  return places > 0 && digits % 10 === 0
    ? trimmed({ digits: digits / 10, places: places - 1 })
    : { digits, places };
}

/** The value × 10^zeros. */
export function shifted({ digits, places }: Decimal, zeros: number): Decimal {
  return places >= zeros ? { digits, places: places - zeros } : whole(digits * 10 ** (zeros - places));
}

export function sum(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  return { digits: a.digits * 10 ** (places - a.places) + b.digits * 10 ** (places - b.places), places };
}

export const negated = ({ digits, places }: Decimal): Decimal => ({ digits: 0 - digits, places });

/** The nearest JavaScript number, or undefined beyond what is held exactly. */
export const toNumber = ({ digits, places }: Decimal): number | undefined =>
  Number.isSafeInteger(digits) ? digits / 10 ** places : undefined;
