import type choose from '../../locales/th/choose.json';
import type common from '../../locales/th/common.json';
import type duty from '../../locales/th/duty.json';
import type problems from '../../locales/th/problems.json';
import type reach from '../../locales/th/reach.json';
import type report from '../../locales/th/report.json';
import type { DeadlineKind } from '../programme/deadline/kind.ts';
import type { CommandNames, TextFiles } from './terms.ts';

/** What many say, beside one file of each feature in `locales/<language>`: a sentence's key names its file. */
type Files = TextFiles & {
  readonly choose: typeof choose;
  readonly common: typeof common;
  readonly duty: typeof duty;
  readonly problems: typeof problems;
  readonly reach: typeof reach;
  readonly report: typeof report;
};

/**
 * Parts of a feature's file that are found under a common name: what its commands are called, other words for them,
 * what the menu says of them, the names of what is due, and the texts of its forms, which follow form and step ids and are checked when the forms are.
 */
type CommonParts = 'commands' | 'aliases' | 'offers' | 'due' | 'forms';

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

type Own = { [N in keyof Files & string]: `${N}:${Leaves<Omit<Files[N], CommonParts>>}` }[keyof Files &
  string];

/** Key of a text. */
export type TextKey =
  | Own
  | `${'commands' | 'aliases' | 'offers'}:${keyof CommandNames & string}`
  | `due:${DeadlineKind}`
  | `forms:${string}`;
