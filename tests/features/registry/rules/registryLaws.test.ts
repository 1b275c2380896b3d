import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centerOf, rowOf } from '../../../../src/features/registry/rules/centerRow.ts';
import type { Reconciled } from '../../../../src/features/registry/rules/reconcile.ts';
import { isoDate } from '../../../../src/programme/calendar/calendar.ts';
import { centerId, centerKey } from '../../../../src/programme/center/center.ts';
import type { RegistryEntry, RegistryRow } from '../../../../src/programme/center/row.ts';
import { seed } from '../../../seed.ts';
import { imported, reasons } from './registryWorld.ts';

const rejectedLines = ({ rejected }: Reconciled) => rejected.map(({ line }) => line);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const anyRow: fc.Arbitrary<RegistryRow> = fc
  .record(
    {
      province: fc.constant('ปราจีนบุรี'),
      district: fc.constantFrom('นาดี', 'ประจันตคาม'),
      subdistrict: fc.constantFrom('ทุ่งโพธิ์', 'คำโตนด'),
      moo: fc.integer({ min: 1, max: 3 }),
      village: fc.constantFrom('บ้านหนองบัว', 'บ้านโคกสูง'),
      name: fc.constantFrom('ศจก.บ้านหนองบัว', 'ศจก.หนองบัว', 'ศจก.บ้านโคกสูง', 'ศจก.บ้านโคกสง', 'ศจก.บ้านทุ่งนา'),
      founded: fc.constantFrom(isoDate(2009, 1, 15), isoDate(2020, 8, 15)),
      chairName: fc.constantFrom('สมชาย', 'สมหญิง'),
      chairPhone: fc.constantFrom('0800000100', '0800000101'),
      committeeSize: fc.integer({ min: 9, max: 11 }),
      divisions: fc.subarray(['ฝ่ายอำนวยการ', 'ฝ่ายบริหารจัดการหนี้']),
      memberFunds: fc.subarray(['กข.คจ.', 'กทบ.']),
      budgeted: fc.boolean(),
      newCenter: fc.boolean(),
      modelCenter: fc.boolean(),
      operatingModel: fc.constantFrom('1', '2'),
      householdTarget: fc.integer({ min: 0, max: 6 }),
    },
    { requiredKeys: ['province', 'district', 'subdistrict', 'moo', 'village', 'name'] },
  )
  .map(({ founded, ...rest }) => (founded ? { ...rest, founded } : rest));
const file = fc.array(anyRow, { maxLength: 12 });

/** A correction by chat of some of the fields that the chat offers. */
const chatCorrection = fc.record({
  at: fc.nat(),
  name: optional(fc.constantFrom('ศจก.บ้านทุ่งนา', 'ศจก.บ้านใหม่พัฒนา')),
  chairName: optional(fc.constant('แก้โดยแชต')),
  chairPhone: optional(fc.constant('0899999999')),
  committeeSize: optional(fc.constant(99)),
  memberFunds: optional(fc.constant<readonly string[]>(['แก้โดยแชต'])),
});
type ChatCorrection = typeof chatCorrection extends fc.Arbitrary<infer T> ? T : never;

function byChat(registry: readonly RegistryEntry[], correction: ChatCorrection): readonly RegistryEntry[] {
  const { at, ...stated } = correction;
  const changes = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  return registry.map((entry, place) => {
    if (place !== at % registry.length) return entry;
    const { id, key } = entry.center;
    return {
      ...entry,
      rev: entry.rev + 1,
      center: centerOf(id, key, { ...rowOf(entry.center), ...changes }),
    };
  });
}

describe('whatever the files state', () => {
  it('a center and the row that describes it say the same', () => {
    fc.assert(
      fc.property(anyRow, (each) => {
        const center = centerOf(centerId('ก'), centerKey(each), each);
        expect(centerOf(center.id, center.key, rowOf(center))).toEqual(center);
        expect(rowOf(center)).toMatchObject(each);
      }),
      { seed },
    );
  });

  it('each row is created, updated, unchanged or rejected, and no id is given twice', () => {
    const reached = { created: 0, updated: 0, unchanged: 0, duplicateRow: 0, looksLike: 0, sameVillage: 0 };
    fc.assert(
      fc.property(file, file, (first, other) => {
        const second = [...first.slice(0, 3), ...other];
        const before = imported([], first).registry;
        const { result, registry } = imported(before, second);
        const lines = [result.created, result.updated, result.unchanged, result.rejected].flat();
        expect(lines.map(({ line }) => line).sort((a, b) => a - b)).toEqual(second.map((_, at) => at + 2));
        expect(new Set(registry.map(({ center }) => center.id)).size).toBe(registry.length);
        expect(registry).toHaveLength(before.length + result.created.length);
        reached.created += result.created.length;
        reached.updated += result.updated.length;
        reached.unchanged += result.unchanged.length;
        for (const { code } of result.rejected.flatMap(({ problems }) => problems)) {
          if (code === 'duplicateRow' || code === 'looksLike' || code === 'sameVillage') reached[code] += 1;
        }
      }),
      { seed, numRuns: 300 },
    );
    for (const [what, times] of Object.entries(reached)) expect(times, what).toBeGreaterThan(20);
  });

  it('an import repeated changes nothing, nor does it write anything', () => {
    let again = 0;
    fc.assert(
      fc.property(file, file, chatCorrection, (first, other, correction) => {
        const second = [...other, ...first];
        const before = byChat(imported([], first).registry, correction);
        const once = imported(before, second);
        const twice = imported(once.registry, second);
        expect(twice.result.created).toEqual([]);
        expect(twice.result.updated).toEqual([]);
        expect(twice.result.unchanged.filter((entry) => entry.imported)).toEqual([]);
        // A row may be asked about beside another center by then, but it is asked about again.
        expect(rejectedLines(twice.result)).toEqual(rejectedLines(once.result));
        expect(twice.registry).toEqual(once.registry);
        again += twice.result.unchanged.length;
      }),
      { seed, numRuns: 300 },
    );
    expect(again).toBeGreaterThan(300);
  });

  it('nor does an import repeated whose rows say which center they mean', () => {
    const reached = { created: 0, updated: 0, otherCenter: 0 };
    const answer = fc.option(fc.oneof(fc.constant('new' as const), fc.nat()), { nil: undefined, freq: 2 });
    const answered = fc.array(fc.tuple(anyRow, answer), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), answered, (first, other) => {
        const before = imported([], first).registry;
        const rows = other.map(([each, at]) => {
          const means = typeof at === 'number' ? before[at % before.length]?.center.id : at;
          return { ...each, ...(means && { means }) };
        });
        const once = imported(before, rows);
        const twice = imported(once.registry, rows);
        expect(twice.result).toMatchObject({ created: [], updated: [] });
        expect(twice.registry).toEqual(once.registry);
        for (const unique of ['id', 'key'] as const)
          expect(new Set(once.registry.map(({ center }) => center[unique])).size).toBe(once.registry.length);
        reached.created += once.result.created.length;
        reached.updated += once.result.updated.length;
        reached.otherCenter += reasons(once.result).filter((each) => each.includes('otherCenter')).length;
      }),
      { seed, numRuns: 150 },
    );
    for (const [what, times] of Object.entries(reached)) expect(times, what).toBeGreaterThan(20);
  });

  it('a correction by chat survives any number of imports that state what they stated before', () => {
    let corrections = 0;
    fc.assert(
      fc.property(file, chatCorrection, fc.integer({ min: 1, max: 3 }), (rows, correction, times) => {
        const before = imported([], rows).registry;
        const chat = byChat(before, correction);
        let registry: readonly RegistryEntry[] = chat;
        for (let time = 0; time < times; time += 1) registry = imported(registry, rows).registry;
        const present = registry.slice(0, chat.length).map(({ center }) => center);
        expect(present).toEqual(chat.map(({ center }) => center));
        if (JSON.stringify(chat.map((e) => e.center)) !== JSON.stringify(before.map((e) => e.center)))
          corrections += 1;
      }),
      { seed, numRuns: 300 },
    );
    expect(corrections).toBeGreaterThan(100);
  });
});
