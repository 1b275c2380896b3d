import type sentences from '../../../locales/th/document.json';
import type { IssuedDocument } from '../../kernel/document/issued.ts';
import type { DocumentKind } from '../../kernel/document/kind.ts';
import type { DocumentNumber } from '../../programme/ids.ts';
import type { Finding } from './compare.ts';

/** What became of a paper, and which one it is, where the person may have its document. */
export type PaperFound =
  | {
      readonly kind: 'found';
      readonly issued: IssuedDocument;
      /** What its kind is called, and its fields by their paths. */
      readonly as: Pick<DocumentKind, 'name' | 'fieldName'>;
      readonly finding: Finding;
    }
  /** It was given out, of an area of others. */
  | { readonly kind: 'genuine' };

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** The paper that was given out under a number; nothing where none was. */
    issuedPaper(number: DocumentNumber): PaperFound | undefined;
  }
  interface FlowIds {
    readonly document: true;
  }
  interface AuditDeeds {
    readonly verifiedDocument: true;
  }
  interface TextFiles {
    readonly document: typeof sentences;
  }
}
