import type { Calling } from '../../../../src/features/announce/record/chunk.ts';
import type { PersonId } from '../../../../src/programme/ids.ts';

export type Answer = 'accepted' | 'acceptedBefore' | 'refused' | 'monthUsedUp' | 'none';
type Odd = { readonly bad: readonly PersonId[]; readonly blocked: readonly PersonId[] };

/** As LINE does it: all or nobody, once for each retry key, within the month, and silently nothing to who blocked. */
export function toyMulticast(month: number, { bad, blocked }: Odd) {
  const accepted = new Set<string>();
  const deliveries: PersonId[] = [];
  const answerTo = ({ to, key }: Calling): Answer => {
    if (accepted.has(key)) return 'acceptedBefore';
    if (to.some((one) => bad.includes(one))) return 'refused';
    const reached = to.filter((one) => !blocked.includes(one));
    if (deliveries.length + reached.length > month) return 'monthUsedUp';
    accepted.add(key);
    deliveries.push(...reached);
    return 'accepted';
  };
  return {
    deliveries,
    /** The call or its answer may get lost on the way. */
    multicast(calling: Calling, lost: 'no' | 'before' | 'after'): Answer {
      const answer = lost === 'before' ? 'none' : answerTo(calling);
      return lost === 'after' ? 'none' : answer;
    },
  };
}
