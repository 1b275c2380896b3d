import type {
  Paper,
  PaperBlock,
  PaperCell,
  PaperPart,
  PaperRow,
  PaperSignature,
} from '../../kernel/document/paper.ts';
import type { Language } from '../../kernel/person.ts';
import type { Text } from '../../kernel/reply.ts';
import type { DocumentNumber, IsoDate } from '../../programme/ids.ts';
import type { Texts } from '../../text/texts.ts';
import { createBreaker } from '../breaks.ts';
import { thaiDigits } from '../thaiDigits.ts';

/** What is set: see the template, which reads it. */
export type PageData = ReturnType<typeof pageData>;

export type Setting = {
  readonly papers: readonly Paper[];
  readonly language: Language;
  readonly number: DocumentNumber;
  readonly date: IsoDate;
  /** Below every page. */
  readonly footer: readonly Text[];
};

type Words = readonly string[];
type Word = (text: Text) => Words;

/** A document in words and figures of its language, cut where a line may break. */
export function pageData(setting: Setting, { render }: Pick<Texts, 'render'>) {
  const { papers, language, number, date, footer } = setting;
  const asWritten = (words: string): string => (language === 'th' ? thaiDigits(words) : words);
  const written = (text: Text): string => asWritten(render(text, language));
  const always = written({ key: 'document:whole' }).split('|');
  const wordsWith = (names: readonly string[]): Word => {
    const broken = createBreaker([...always, ...names.map(asWritten)]);
    return (text) => broken(written(text));
  };
  const word = wordsWith([]);
  const [first] = papers;
  const heading = first?.title[0];
  const [year, month, day] = date.split('-').map(Number);
  return {
    language,
    number,
    heading: heading ? written(heading) : '',
    author: 'Fundline',
    date: [year, month, day],
    landscape: papers.some(({ landscape }) => landscape === true),
    footer: footer.flatMap((text, at) => [...(at > 0 ? [' ', '·', ' '] : []), ...word(text)]),
    page: word({ key: 'document:page' }),
    sign: word({ key: 'document:sign' }),
    papers: papers.map((paper) => paperData(paper, wordsWith(paper.names))),
  };
}

const paperData = ({ title, remarks, parts }: Paper, word: Word) => ({
  title: title.map(word),
  remarks: remarks.map(word),
  parts: parts.map((part) => partData(part, word)),
});

const partData = ({ heading, blocks }: PaperPart, word: Word) => ({
  heading: heading ? word(heading) : null,
  blocks: blocks.map((block) => blockData(block, word)),
});

function blockData(block: PaperBlock, word: Word) {
  switch (block.kind) {
    case 'line':
      return { kind: block.kind, words: word(block.text) };
    case 'fields':
      return {
        kind: block.kind,
        fields: block.fields.map(({ label, value }) => ({
          label: word(label),
          value: value ? word(value) : null,
        })),
      };
    case 'table':
      return {
        kind: block.kind,
        columns: block.columns.map(({ title, share = null }) => ({ title: word(title), share })),
        rows: block.rows.map((row) => rowData(row, word)),
      };
    case 'signatures':
      return { kind: block.kind, signatures: block.signatures.map((one) => signatureData(one, word)) };
    default:
      return block satisfies never;
  }
}

const rowData = ({ kind, cells }: PaperRow, word: Word) => ({
  kind: kind ?? null,
  cells: cells.map((cell) => cellData(cell, word)),
});

type CellData = {
  readonly words: Words;
  readonly align: 'left' | 'center' | 'right';
  readonly box: boolean | null;
  readonly empty: boolean;
};

function cellData(cell: PaperCell, word: Word): CellData {
  const plain = (words: Words, align: CellData['align']): CellData => ({
    words,
    align,
    box: null,
    empty: cell.kind === 'empty',
  });
  switch (cell.kind) {
    case 'text':
      return plain(word(cell.text), 'left');
    case 'number':
      return plain(word({ said: String(cell.value) }), 'center');
    case 'baht':
      return plain(word({ key: 'document:amount', params: { amount: { baht: cell.satang } } }), 'right');
    case 'date':
      return plain(word({ key: 'common:fullDate', params: { date: { fullDate: cell.date } } }), 'left');
    case 'box':
      return {
        words: cell.text ? word(cell.text) : [],
        align: cell.text ? 'left' : 'center',
        box: cell.ticked,
        empty: false,
      };
    case 'empty':
      return plain([], 'left');
    default:
      return cell satisfies never;
  }
}

const signatureData = ({ as, position, signed }: PaperSignature, word: Word) => ({
  role: word(as),
  name: signed ? word({ said: signed.name }) : [],
  bracketed: signed ? word({ key: 'document:bracketed', params: { name: signed.name } }) : [],
  position: word({ key: 'document:position', params: { position } }),
  how: signed ? word(signed.how) : [],
});
