import type { IsoDate } from '../../programme/ids.ts';
import type { Text } from '../reply.ts';

/** An official document as it stands on paper, from top to bottom, before it has a language or a format. */
export type Paper = {
  readonly title: readonly Text[];
  /** Below the title, small: whose wording it is, what it answers. */
  readonly remarks: readonly Text[];
  readonly parts: readonly PaperPart[];
  readonly landscape?: true;
  /** Names that no line may break inside. */
  readonly names: readonly string[];
};

export type PaperPart = { readonly heading?: Text; readonly blocks: readonly PaperBlock[] };

export type PaperBlock =
  | { readonly kind: 'line'; readonly text: Text }
  /** Labels with what was filled in behind them, or a dotted line to fill in; together on a line while they fit. */
  | { readonly kind: 'fields'; readonly fields: readonly PaperField[] }
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly rows: readonly PaperRow[] }
  | { readonly kind: 'signatures'; readonly signatures: readonly PaperSignature[] };

export type PaperField = { readonly label: Text; readonly value?: Text };

export type PaperColumn = {
  readonly title: Text;
  /** Its part of the width that is left by the columns that are as wide as what they hold. */
  readonly share?: number;
};

export type PaperRow = {
  /** The first cell of a section spans them all, that of a total the empty ones behind it. */
  readonly kind?: 'section' | 'total';
  readonly cells: readonly PaperCell[];
};

export type PaperCell =
  | { readonly kind: 'text'; readonly text: Text }
  /** `sums`: what stands above it in its column, added up. */
  | { readonly kind: 'number'; readonly value: number; readonly sums?: true }
  | { readonly kind: 'baht'; readonly satang: number; readonly sums?: true }
  | { readonly kind: 'date'; readonly date: IsoDate }
  /** A box, ticked or empty, with what stands beside it. */
  | { readonly kind: 'box'; readonly ticked: boolean; readonly text?: Text }
  | { readonly kind: 'empty' };

export type PaperSignature = {
  /** In which part, such as ผู้ประเมิน. */
  readonly as: Text;
  readonly position: Text;
  /** Who signed; to be signed by hand where nobody did. */
  readonly signed?: { readonly name: string; readonly how: Text };
};

export const column = (title: Text, share?: number): PaperColumn => ({
  title,
  ...(share !== undefined && { share }),
});
export const textCell = (text: Text): PaperCell => ({ kind: 'text', text });
export const numberCell = (value: number): PaperCell => ({ kind: 'number', value });
export const emptyCell: PaperCell = { kind: 'empty' };
