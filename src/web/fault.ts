/** What the log may know of an error: its kind and where it was thrown. Messages may quote what people wrote. */
export function faultOf(error: unknown): { readonly error: string; readonly at?: string } {
  if (!(error instanceof Error)) return { error: 'unknown' };
  const [at] =
    /(?:src|node_modules)\/[\w./@+-]+:\d+/.exec(error.stack?.replace(error.message, '') ?? '') ?? [];
  return { error: error.name, ...(at === undefined ? {} : { at }) };
}
