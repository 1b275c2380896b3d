import { clean } from './clean.ts';

/** "My code is …" in front of a code. */
const WORD =
  /^(?:รหัสเชิญ|รหัส|โค้ด|(?:the |my )?(?:invitation |invite )?code)(?: ?(?:ของผม|ของฉัน|คือ|is))*[ :]*/i;

/** What is left of a text without the word for a code in front of it. */
export const withoutCodeWord = (text: string): string => clean(text).replace(WORD, '');
