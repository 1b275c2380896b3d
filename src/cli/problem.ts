/** Something that the operator can mend; the message says how. */
export class OperatorProblem extends Error {
  override readonly name = 'OperatorProblem';
}
