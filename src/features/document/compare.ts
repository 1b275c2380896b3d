import type { Json } from '../../engine/ids.ts';
import type { Path } from '../../kernel/document/kind.ts';

/** How a paper stands to the record that it was made of. */
export type Finding =
  /** `superseded`: a newer revision of its report was sent. */
  | { readonly kind: 'equal'; readonly superseded?: number }
  /** The fields that the record has otherwise now, as paths into what the paper says. */
  | { readonly kind: 'differs'; readonly fields: readonly Path[]; readonly superseded?: number }
  /** There is no such record any more. */
  | { readonly kind: 'gone' };

/** Where two contents differ, as far down as both have the same shape. */
export function differences(
  one: Json | undefined,
  other: Json | undefined,
  path: Path = [],
): readonly Path[] {
  if (isList(one) && isList(other)) {
    const length = Math.max(one.length, other.length);
    return Array.from({ length }, (_, at) => differences(one[at], other[at], [...path, at])).flat();
  }
  if (isGroup(one) && isGroup(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differences(one[key], other[key], [...path, key]));
  }
  return one === other ? [] : [path];
}

type Group = { readonly [key: string]: Json };

const isList = (content: Json | undefined): content is readonly Json[] => Array.isArray(content);
const isGroup = (content: Json | undefined): content is Group =>
  typeof content === 'object' && content !== null && !Array.isArray(content);

/** The revisions of reports that a paper says, by their cases. */
export function revisionsIn(record: Json): { readonly [caseId: string]: number } {
  if (!isGroup(record) || !isList(record.reports)) return {};
  return Object.fromEntries(
    record.reports.flatMap((report) =>
      isGroup(report) && typeof report.case === 'string' && typeof report.revision === 'number'
        ? [[report.case, report.revision]]
        : [],
    ),
  );
}
