import type { Readers } from '../../kernel/reads.ts';
import type { Store } from '../ports.ts';

export const deadlineReaders = ({ deadlines }: Pick<Store, 'deadlines'>): Pick<Readers, 'dueDates'> => ({
  dueDates: ({ year }) => deadlines.rules(year),
});
