/** What is taken in at all: a registry of the nation has some thousand rows. */
export const tableLimits = {
  /** Bytes of a file. */
  bytes: 20_000_000,
  /** Bytes that a compressed file may unpack to. */
  unpackedBytes: 100_000_000,
  /** Rows below the first. */
  rows: 50_000,
  /** Columns that are looked at; what lies beyond is not read. */
  columns: 200,
} as const;

/** The cells of a row as text: dates as `YYYY-MM-DD` in the year they were typed with, empty ones as ''. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * The rows of a file, or of a sheet, that are not blank, each with its line (of a spreadsheet its row number); the first
 * is the header.
 */
export type Table = {
  /** The name of the sheet, in a workbook. */
  readonly sheet?: string;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** The numbers of rows that are hidden, which are not among them. */
  readonly hidden?: readonly number[];
};

export type TableProblem = {
  readonly code:
    | 'emptyFile'
    | 'fileTooLarge'
    | 'tooManyRows'
    | 'oldExcelFile'
    | 'unreadableFile'
    | 'quoteNotClosed';
  readonly params: { readonly [name: string]: string | number };
};

export type TableReading =
  /** Of a workbook, each visible sheet that has rows. */
  | { readonly kind: 'tables'; readonly tables: readonly Table[] }
  | { readonly kind: 'refused'; readonly problem: TableProblem };

export const refused = (code: TableProblem['code'], params: TableProblem['params']): TableReading => ({
  kind: 'refused',
  problem: { code, params },
});

export const megabytes = (bytes: number): number => bytes / 1_000_000;
