const thai = new Intl.Collator('th', { numeric: true });

/** Thai dictionary order of names. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  thai.compare(a.name, b.name);
