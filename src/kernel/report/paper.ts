import type { Letter } from '../../programme/deadline/letter.ts';
import type { Revision } from '../../programme/report/revision.ts';
import type { SignStep } from '../../programme/report/rules.ts';
import { chairStep, districtStep } from '../../programme/report/signSteps.ts';
import type { Path } from '../document/kind.ts';
import type { PaperSignature } from '../document/paper.ts';
import { said, type Text, t } from '../reply.ts';

/** Who signed a report, as plain data that goes along with its paper. */
export type SignatureRecord = {
  readonly step: string;
  readonly name: string;
  readonly position: string;
  readonly at: string;
  readonly receipt: string;
  readonly onPaper: boolean;
};

/** How far a report is, of which no paper says more. */
export type PaperState = 'submitted' | 'returned' | 'certified';

/** What the papers of all kinds of reports say of a revision. */
export type RevisionRecord = {
  readonly revision: number;
  readonly receipt: string;
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly state: PaperState;
  readonly certifiedAt: string | null;
  readonly signatures: readonly SignatureRecord[];
};

export const revisionRecord = (revision: Revision<unknown>): RevisionRecord => ({
  revision: revision.no,
  receipt: revision.receipt,
  submittedBy: revision.byName,
  submittedAt: revision.at.toISOString(),
  state: revision.locked ? 'certified' : revision.ended ? 'returned' : 'submitted',
  certifiedAt: revision.locked?.toISOString() ?? null,
  signatures: revision.signatures.map(({ step, name, position, at, receipt, onPaper }) => ({
    ...{ step, name, position, receipt },
    at: at.toISOString(),
    onPaper: onPaper !== undefined,
  })),
});

/** What a paper answers: the letter that set the date by which it was due. */
export const answersText = ({ number, date }: Letter): Text =>
  date
    ? t('report:paper.answers', { number, date: { fullDate: date } })
    : t('report:paper.answersUndated', { number });

export const stateText = (state: PaperState): Text => t(`report:paper.states.${state}`);

/** How a step is called on paper, and the position that signs it. */
export type PaperStep = { readonly as: Text; readonly position: Text };

/** The signatures of a report: whoever submitted it, then the steps of its chain. */
export function paperSignatures(
  record: RevisionRecord,
  chain: readonly SignStep[],
  reporter: PaperStep,
  stepOf: (id: string) => PaperStep,
): readonly PaperSignature[] {
  const steps = chain.map(({ id }): PaperSignature => {
    const signature = record.signatures.find(({ step }) => step === id);
    const step = stepOf(id);
    if (!signature) return step;
    const { name, position, onPaper, at, receipt } = signature;
    return {
      as: step.as,
      position: said(position),
      signed: { name, how: signedText(onPaper, at, receipt) },
    };
  });
  const { submittedBy, submittedAt, receipt } = record;
  return [
    { ...reporter, signed: { name: submittedBy, how: signedText(false, submittedAt, receipt) } },
    ...steps,
  ];
}

const signedText = (onPaper: boolean, at: string, receipt: string): Text =>
  t(onPaper ? 'report:paper.signedOnPaper' : 'report:paper.signedAt', {
    at: { instant: new Date(at) },
    receipt,
  });

/** The position that a step of a center's report belongs to, where nobody signed it yet. */
export const positionText = (step: string): Text =>
  t(
    `report:paper.positions.${step === chairStep.id ? 'chair' : step === districtStep.id ? 'district' : 'province'}`,
  );

const named = ['state', 'certifiedAt', 'revision', 'signatures'] as const;

/** What the fields of a record of reports are called: of those that all have, and of a kind's own. */
export const fieldOfReport =
  (own: (path: Path) => Text | undefined) =>
  (path: Path): Text | undefined => {
    const below = path.slice(2);
    const name = named.find((one) => one === below[0]);
    return name ? t(`report:paper.field.${name}`) : own(below);
  };
