import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { DocumentContent } from '../kernel/document/kind.ts';
import type { Language } from '../kernel/person.ts';
import type { Text } from '../kernel/reply.ts';
import { bangkokDate } from '../programme/calendar/calendar.ts';
import type { DocumentNumber } from '../programme/ids.ts';
import type { Texts } from '../text/texts.ts';
import { csvOf } from './csv.ts';
import { writtenList } from './listValues.ts';
import { createTypesetter, type Typesetter } from './pdf/compile.ts';
import { pageData } from './pdf/data.ts';
import type { Signer } from './sign/sign.ts';
import { listSheet } from './xlsx/list.ts';
import { paperSheets } from './xlsx/paper.ts';

/** Makes files of documents. */
export type Exports = {
  readonly pdf: (content: DocumentContent, as: Made) => Promise<Uint8Array>;
  /** The paper where it is one alone, then the list. */
  readonly xlsx: (content: DocumentContent, language: Language) => Promise<Uint8Array>;
  readonly csv: (content: DocumentContent, language: Language) => string;
};

/** What stands on a PDF besides its content, and who signs it. */
export type Made = {
  readonly language: Language;
  readonly at: Date;
  readonly number: DocumentNumber;
  /** What it says, as canonical JSON. */
  readonly record: string;
  readonly signer: Signer;
  /** Nobody vouches for the certificate. */
  readonly selfMade: boolean;
};

export function createExports(texts: Pick<Texts, 'render'>): Exports {
  // Fonts are read and the compiler is made when the first PDF is wanted: most processes make none.
  let made: Typesetter | undefined;
  const typesetter = (): Typesetter => {
    made ??= createTypesetter();
    return made;
  };
  return {
    pdf: async ({ papers }, { language, at, number, record, signer, selfMade }) => {
      const footer: readonly Text[] = [
        { key: 'document:number', params: { number } },
        ...(selfMade ? [{ key: 'document:selfMade' } as const] : []),
      ];
      const setting = { papers: papers(), language, number, date: bangkokDate(at), footer };
      return signer.sign(typesetter().pdf(pageData(setting, texts), record, at), at);
    },
    xlsx: ({ papers, list }, language) => {
      const [only, ...others] = papers();
      const render = (text: Parameters<Texts['render']>[0]) => texts.render(text, language);
      const sheets: readonly WriteSheet[] = only && others.length === 0 ? paperSheets(only, render) : [];
      const data = listSheet(render({ key: 'document:list' }), writtenList(list(), language, texts));
      return writeXlsx({ sheets: [...sheets, data] });
    },
    csv: ({ list }, language) => csvOf(writtenList(list(), language, texts)),
  };
}
