import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';

/** Centers, and what is said of their entries. */
export const registryReaders = ({
  centers,
}: Pick<Kept, 'centers'>): Pick<Readers, 'centersIn' | 'registryChecks'> => ({
  centersIn: (_asked, areas) => centers.within(areas),
  registryChecks: async (_asked, areas) => {
    const records = await centers.records(areas);
    return new Map(
      records.map(({ center, confirmations, doubts = [] }) => [center.id, { confirmations, doubts }]),
    );
  },
});
