import type { ReportKind } from '../../../kernel/report/kind.ts';
import { type RoundContent, roundOf } from '../rules/round.ts';
import { roundBlocks } from './card.ts';

type Kind = ReportKind<RoundContent>;

/** What whoever certifies a round sees: its figures, then its households. */
export const roundSigned: Kind['signed'] = (record, { content }, { center }) =>
  roundBlocks({ budgeted: false, ...center }, roundOf(record), content);

/** Photos of steps stay with their households. */
export const roundPhotos: Kind['photos'] = () => [];
