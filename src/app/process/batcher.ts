type Member<In, Out> = {
  readonly item: In;
  readonly resolve: (result: Out) => void;
  readonly reject: (error: unknown) => void;
};

export type BatchOptions = {
  /** Most items in one flush. */
  readonly max: number;
  /** A failure of the whole (the database is away) is told to all; any other is looked for in the halves. */
  readonly isOutage: (error: unknown) => boolean;
};

/**
 * Gathers items adaptively: flushes at once when idle, else what came while the last flush was under way. Alone
 * an item waits for nothing, and under load it shares one round trip with many. `flush` answers in order.
 */
export function createBatcher<In, Out>(
  flush: (items: readonly In[]) => Promise<readonly Out[]>,
  { max, isOutage }: BatchOptions,
): (item: In) => Promise<Out> {
  const waiting: Member<In, Out>[] = [];
  let flushing = false;

  async function answerAll(batch: readonly Member<In, Out>[]): Promise<void> {
    try {
      const results = await flush(batch.map(({ item }) => item));
      if (results.length !== batch.length)
        throw new Error('a batch was answered for another number of items');
      for (const [place, result] of results.entries()) batch[place]?.resolve(result);
    } catch (error) {
      if (batch.length === 1 || isOutage(error)) {
        for (const member of batch) member.reject(error);
        return;
      }
      const half = batch.length >> 1;
      await answerAll(batch.slice(0, half));
      await answerAll(batch.slice(half));
    }
  }

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) await answerAll(waiting.splice(0, max));
    flushing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (flushing) return;
      flushing = true;
      // What is put in during the same turn of the event loop goes out together.
      queueMicrotask(flushAll);
    });
}
