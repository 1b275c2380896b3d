/** What may be logged of an error: its message and cause may hold what people wrote. */
export function faultOf(error: unknown): { readonly error: string; readonly where: string } {
  if (!(error instanceof Error)) return { error: typeof error, where: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    where: frames
      .slice(0, 5)
      .map((frame) => frame.trim())
      .join(' < '),
  };
}
