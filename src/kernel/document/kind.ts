import type { Json } from '../../engine/ids.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { Deed } from '../../programme/people/actor.ts';
import type { Forms } from '../forms.ts';
import type { Text } from '../reply.ts';
import type { Kept } from '../store.ts';
import type { List } from './list.ts';
import type { Paper } from './paper.ts';

/** A kind of official document, as its feature hands it over. */
export type DocumentKind = {
  /** As `fundline export` names it. */
  readonly id: string;
  readonly name: Text;
  /** What a field of its record is called, by its path below the report; nothing where it has no name of its own. */
  fieldName(path: Path): Text | undefined;
  /** Whoever may do one of these deeds in an area gets the document of it. */
  readonly deeds: readonly Deed[];
  /** Where it has names of households: whoever may do this deed gets them too. */
  readonly namesBy?: Deed;
  /** What it says of an area and a year; nothing where there is nothing to say. */
  read(from: DocumentSource, asked: DocumentAsked): Promise<DocumentContent | undefined>;
};

/** Where something stands in a record. */
export type Path = readonly (string | number)[];

export type DocumentSource = { readonly store: Kept; readonly forms: Forms };

export type DocumentAsked = {
  readonly year: FiscalYear;
  readonly area: Scope;
  /** Whether households are named. */
  readonly names: boolean;
  /** By case, the revision that is meant; of others the newest. */
  readonly revisions?: { readonly [caseId: string]: number };
};

export type DocumentContent = {
  /** All that it says, as plain data: it goes along with the paper, and the paper is compared by it. */
  readonly record: Json;
  /** By the cases of its reports, the newest revision that there is. */
  readonly newest?: { readonly [caseId: string]: number };
  /** Each begins on a page of its own. */
  readonly papers: () => readonly Paper[];
  readonly list: () => List;
};
