/** How much a test tries: so much in every run of the suite, and all of it in `npm run chaos`. */
export const extent = (usual: number, long: number): number =>
  process.env.FUNDLINE_LONG === '1' ? long : usual;
