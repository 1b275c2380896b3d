import { z } from 'zod';
import type { Draft } from '../../../engine/draft.ts';
import type { Contract } from '../rules/contract.ts';

const contracts = z
  .array(
    z.object({
      no: z.number(),
      fund: z.string(),
      outstandingSatang: z.number(),
      rateBasisPoints: z.number(),
      overdue: z.boolean(),
    }),
  )
  .catch([]);

/** The contracts at joining, as they stood when a form was begun. */
export const contractsFact = ({ facts }: Pick<Draft, 'facts'>): readonly Contract[] =>
  contracts.parse(facts.before);

/** Their numbers in the household. */
export const contractNosFact = ({ facts }: Pick<Draft, 'facts'>): readonly number[] =>
  contracts.parse(facts.before).map(({ no }) => no);

const loans = z
  .array(z.object({ no: z.number(), lender: z.string(), outstandingSatang: z.number().optional() }))
  .catch([]);

/** The lenders outside at joining, with their numbers in the household. */
export const loansFact = ({ facts }: Pick<Draft, 'facts'>) => loans.parse(facts.outside);
