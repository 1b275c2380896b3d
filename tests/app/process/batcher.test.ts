import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher } from '../../../src/app/process/batcher.ts';
import { seed } from '../../seed.ts';
import { Away } from '../life.ts';

const isOutage = (error: unknown) => error instanceof Away;

/** A batcher over a flush that is let through by hand. */
function held(max = 100) {
  const flushes: { readonly items: readonly string[]; readonly end: (error?: Error) => void }[] = [];
  const put = createBatcher(
    (items: readonly string[]) =>
      new Promise<readonly string[]>((resolve, reject) => {
        flushes.push({
          items,
          end: (error) => (error ? reject(error) : resolve(items.map((item) => `${item}!`))),
        });
      }),
    { max, isOutage },
  );
  return { put, flushes };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a batch', () => {
  it('goes at once when nothing is under way', async () => {
    const { put, flushes } = held();
    const answer = put('a');
    await settled();
    expect(flushes.map(({ items }) => items)).toEqual([['a']]);
    flushes[0]?.end();
    expect(await answer).toBe('a!');
  });

  it('takes together what is put in at the same time, and what came while another was under way', async () => {
    const { put, flushes } = held();
    const first = [put('a'), put('b')];
    await settled();
    const later = [put('c'), put('d'), put('e')];
    await settled();
    expect(flushes.map(({ items }) => items)).toEqual([['a', 'b']]);
    flushes[0]?.end();
    await Promise.all(first);
    await settled();
    expect(flushes.map(({ items }) => items)).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
    flushes[1]?.end();
    expect(await Promise.all(later)).toEqual(['c!', 'd!', 'e!']);
  });

  it('is never larger than allowed', async () => {
    const { put, flushes } = held(2);
    const answers = Promise.all(['a', 'b', 'c'].map(put));
    await settled();
    flushes[0]?.end();
    await settled();
    flushes[1]?.end();
    await answers;
    expect(flushes.map(({ items }) => items)).toEqual([['a', 'b'], ['c']]);
  });

  it('fails as a whole in an outage', async () => {
    const { put, flushes } = held();
    const answers = Promise.allSettled(['a', 'b'].map(put));
    await settled();
    flushes[0]?.end(new Away());
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(flushes).toHaveLength(1);
  });

  it('lets only the bad members fail, wherever they are', async () => {
    const members = fc.uniqueArray(fc.tuple(fc.nat(), fc.boolean()), {
      minLength: 1,
      selector: ([id]) => id,
    });
    await fc.assert(
      fc.asyncProperty(members, async (given) => {
        const bad = new Set(given.flatMap(([id, isBad]) => (isBad ? [id] : [])));
        const put = createBatcher(
          async (ids: readonly number[]) => {
            if (ids.some((id) => bad.has(id))) throw new RangeError('too large');
            return ids;
          },
          { max: 50, isOutage },
        );
        const answers = await Promise.allSettled(given.map(([id]) => put(id)));
        expect(answers.map(({ status }) => status === 'rejected')).toEqual(given.map(([id]) => bad.has(id)));
      }),
      { seed },
    );
  });

  it('goes on after a failure', async () => {
    const { put, flushes } = held();
    const failing = put('a').catch(() => 'failed');
    await settled();
    flushes[0]?.end(new RangeError());
    expect(await failing).toBe('failed');
    const next = put('b');
    await settled();
    flushes[1]?.end();
    expect(await next).toBe('b!');
  });
});
