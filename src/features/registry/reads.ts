import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';

/** Centers and who confirmed their entries. */
export const registryReaders = ({
  centers,
}: Pick<Kept, 'centers'>): Pick<Readers, 'centersIn' | 'confirmationsIn'> => ({
  centersIn: (_asked, areas) => centers.within(areas),
  confirmationsIn: async (_asked, areas) => {
    const records = await centers.records(areas);
    return new Map(records.map(({ center, confirmations }) => [center.id, confirmations]));
  },
});
