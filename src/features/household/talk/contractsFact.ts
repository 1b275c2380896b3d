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
  .array(
    z.object({
      no: z.number(),
      lender: z.string(),
      informal: z.literal(true).exactOptional(),
      outstandingSatang: z.number().exactOptional(),
    }),
  )
  .catch([]);

const moved = z.array(z.object({ no: z.number(), satang: z.number() })).catch([]);

/** What was moved into funds of the debts to informal lenders, by their numbers. */
export const informalMovedFact = ({ facts }: Pick<Draft, 'facts'>) => moved.parse(facts.informalMoved);

/** The lenders outside at joining, with their numbers in the household. */
export const loansFact = ({ facts }: Pick<Draft, 'facts'>) => loans.parse(facts.outside);
