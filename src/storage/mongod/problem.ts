/** No local MongoDB can be had, or not this one; the message is for the operator and names the ways out. */
export class LocalMongodProblem extends Error {
  override readonly name = 'LocalMongodProblem';
}

export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim();
