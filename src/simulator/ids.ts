/** Ids of the platform's shapes, drawn from the clock and the uuids that are handed in. */
export type Ids = {
  readonly request: () => string;
  /** `U`, `C` or `R` and 32 hexadecimal digits. */
  readonly chat: (kind: 'U' | 'C' | 'R') => string;
  readonly token: () => string;
  /** 18 digits or more, rising. */
  readonly message: () => string;
  /** 64 hexadecimal digits. */
  readonly imageSet: () => string;
  /** A ULID. */
  readonly event: () => string;
};

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function createIds(now: () => Date, newId: () => string): Ids {
  const hex = () => newId().replaceAll('-', '').toLowerCase();
  let lastMessage = 0n;
  return {
    request: newId,
    chat: (kind) => `${kind}${hex()}`,
    token: hex,
    message: () => {
      const fromClock = BigInt(now().getTime()) * 100_000n;
      lastMessage = fromClock > lastMessage ? fromClock : lastMessage + 1n;
      return lastMessage.toString();
    },
    imageSet: () => (hex() + hex()).toUpperCase(),
    event: () => base32(BigInt(now().getTime()), 10) + base32(BigInt(`0x${hex().slice(-20)}`), 16),
  };
}

function base32(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest >>= 5n)
    text = crockford.charAt(Number(rest & 31n)) + text;
  return text;
}

const chatId = /^[UCR][0-9a-f]{32}$/;

export function isChatId(text: string): boolean {
  return chatId.test(text);
}

export function isUserId(text: string): boolean {
  return chatId.test(text) && text.startsWith('U');
}
