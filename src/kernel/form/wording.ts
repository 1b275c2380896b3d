import type { FormVersion } from '../../programme/report/hash.ts';
import type { Records } from '../store.ts';

declare module '../terms.ts' {
  interface Stores {
    readonly wordings: Records<string, Wording>;
  }
  interface Reads {
    /** The official wording of a form's version; nothing where it was not loaded. */
    wordingOf(form: FormVersion): Wording | undefined;
  }
}

/** What the paper form itself says at its numbered questions, as the department had it loaded. */
export type Wording = {
  /** See `wordingId`. */
  readonly id: string;
  readonly rev: number;
  /** By the number of the question. */
  readonly items: { readonly [number: string]: readonly WordingLine[] };
};

/** A text of the paper: of one answer of the question, or of the question itself. */
export type WordingLine = { readonly answer?: string; readonly text: string };

/** For example `center-assessment@2565`. */
export const wordingId = ({ id, version }: FormVersion): string => `${id}@${version}`;
