import type { List, ListColumn } from '../kernel/document/list.ts';
import type { Language } from '../kernel/person.ts';
import type { Texts } from '../text/texts.ts';

/** A cell's value as both kinds of tables have it: baht as a number with satang behind the point. */
export type ListValue = string | number | null;

export type WrittenList = {
  readonly titles: readonly string[];
  readonly kinds: readonly ListColumn['kind'][];
  /** By columns, whether they have a sum below them. */
  readonly sums: readonly boolean[];
  readonly rows: readonly (readonly ListValue[])[];
};

/** A list in a language. */
export function writtenList(
  { columns, rows }: List,
  language: Language,
  { render }: Pick<Texts, 'render'>,
): WrittenList {
  const kinds = columns.map(({ kind }) => kind);
  return {
    titles: columns.map(({ title }) => render(title, language)),
    kinds,
    sums: columns.map(({ sums }) => sums === true),
    rows: rows.map((row) =>
      row.map((value, at) => {
        if (value !== null && typeof value === 'object') return render(value, language);
        return typeof value === 'number' && kinds[at] === 'baht' ? value / 100 : value;
      }),
    ),
  };
}
