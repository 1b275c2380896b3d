import type { Readers } from '../../kernel/reads.ts';
import type { Store } from '../ports.ts';

export const standingReaders = ({ standings }: Pick<Store, 'standings'>): Pick<Readers, 'standingsOf'> => ({
  standingsOf: ({ year }, areas) => standings.of(areas, year),
});
