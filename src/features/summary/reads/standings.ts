import type { Readers } from '../../../kernel/reads.ts';
import type { Kept } from '../../../kernel/store.ts';

export const standingReaders = ({ standings }: Pick<Kept, 'standings'>): Pick<Readers, 'standingsOf'> => ({
  standingsOf: (_asker, areas, year) => standings.of(areas, year),
});
