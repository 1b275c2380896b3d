import { z } from 'zod';
import { clustersIn, limits } from './limits.ts';

/** LINE's own texts for what is wrong with a field. */
export const faultTexts = {
  empty: 'May not be empty',
  missing: 'must be specified',
  invalid: 'invalid property',
  unknown: 'unknown field',
  uri: 'invalid uri',
  scheme: 'invalid uri scheme',
  length: (max: number) => `Length must be between 0 and ${max}`,
  size: (min: number, max: number) => `Size must be between ${min} and ${max}`,
} as const;

/** A non-empty text counted in UTF-16 units. */
export function units(max: number) {
  // Not `max`, which counts code points.
  return z
    .string()
    .min(1, faultTexts.empty)
    .refine((text) => text.length <= max, faultTexts.length(max));
}

/** A non-empty text counted in grapheme clusters. */
export function clusters(max: number) {
  return z
    .string()
    .min(1, faultTexts.empty)
    .refine((text) => text.length <= max || clustersIn(text) <= max, faultTexts.length(max));
}

/** A list of `min` to `max` entries. */
export function list<Entry extends z.ZodType>(entry: Entry, min: number, max: number) {
  return z.array(entry).min(min, faultTexts.size(min, max)).max(max, faultTexts.size(min, max));
}

/** An object told apart by `type`; LINE lists the types it knows. */
export function oneOfTypes<Options extends Parameters<typeof z.discriminatedUnion>[1]>(options: Options) {
  return z.discriminatedUnion('type', options, {
    error: (issue) => (issue.code === 'invalid_union' ? unknownType(issue) : undefined),
  });
}

function unknownType(issue: { input?: unknown; options?: unknown }): string {
  const { input, options } = issue;
  if (typeof input === 'object' && input !== null && !('type' in input)) return faultTexts.missing;
  const known = Array.isArray(options) ? options.join(', ') : '';
  return `Must be one of the following values: [${known}]`;
}

function uri(max: number, schemes: readonly string[]) {
  return z.string().superRefine((value, check) => {
    const fault = uriFault(value, max, schemes);
    if (fault) check.addIssue({ code: 'custom', message: fault });
  });
}

function uriFault(value: string, max: number, schemes: readonly string[]): string | undefined {
  if (value.length === 0) return faultTexts.empty;
  if (value.length > max) return faultTexts.length(max);
  // LINE wants percent-encoded UTF-8, which URL parsers would do silently.
  if (!/^[\x21-\x7e]+$/.test(value) || !URL.canParse(value)) return faultTexts.uri;
  return schemes.includes(new URL(value).protocol) ? undefined : faultTexts.scheme;
}

/** Where a picture, sound or film lies: HTTPS only. */
export const mediaUrl = uri(limits.url, ['https:']);
/** What a person's tap may open. */
export const linkUri = uri(limits.uri, ['http:', 'https:', 'line:', 'tel:']);
