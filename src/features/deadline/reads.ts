import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';

export const deadlineReaders = ({ deadlines }: Pick<Kept, 'deadlines'>): Pick<Readers, 'dueDates'> => ({
  dueDates: ({ year }) => deadlines.rules(year),
});
