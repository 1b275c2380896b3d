import type { EndpointName } from './endpoint.ts';

/**
 * What may go wrong with a call: a refusal, no answer at all, a broken connection,
 * silence after the call was accepted, or a late answer.
 */
export type Fault =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly delayMs: number }
  | 'hang'
  | 'reset'
  | 'timeoutAfterAccept';

type FaultPlace = EndpointName | 'any';

export type Faults = {
  /** The next calls of this endpoint meet these faults, one each; `null` lets one call through. */
  readonly next: (place: FaultPlace, ...faults: readonly (Fault | null)[]) => void;
  /** Every call of this endpoint meets this fault until it is taken away with `null`. */
  readonly always: (place: FaultPlace, fault: Fault | null) => void;
  readonly clear: () => void;
  /** How many faults still wait. */
  readonly waiting: () => number;
  readonly take: (endpoint: EndpointName) => Fault | undefined;
};

export function createFaults(): Faults {
  const queues = new Map<FaultPlace, (Fault | null)[]>();
  const standing = new Map<FaultPlace, Fault>();
  const isQueued = (place: FaultPlace) => (queues.get(place)?.length ?? 0) > 0;

  return {
    next: (place, ...faults) => {
      queues.set(place, [...(queues.get(place) ?? []), ...faults]);
    },
    always: (place, fault) => {
      if (fault) standing.set(place, fault);
      else standing.delete(place);
    },
    clear: () => {
      queues.clear();
      standing.clear();
    },
    waiting: () => [...queues.values()].reduce((sum, queue) => sum + queue.length, standing.size),
    take: (endpoint) => {
      const place = ([endpoint, 'any'] as const).find(isQueued);
      if (place) return queues.get(place)?.shift() ?? undefined;
      return standing.get(endpoint) ?? standing.get('any');
    },
  };
}
