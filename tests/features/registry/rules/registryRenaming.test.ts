import { describe, expect, it } from 'vitest';
import type { Reconciled } from '../../../../src/features/registry/rules/reconcile.ts';
import { centerId, centerKey } from '../../../../src/programme/center/center.ts';
import type { RegistryRow } from '../../../../src/programme/center/row.ts';
import { imported, reasons } from './registryWorld.ts';

const old: RegistryRow = {
  province: 'ปราจีนบุรี',
  district: 'นาดี',
  subdistrict: 'ทุ่งโพธิ์',
  moo: 3,
  village: 'บ้านหนองบัว',
  name: 'ศจก.บ้านหนองบัว',
  committeeSize: 9,
};
const present = { ...old, name: 'ศจก.รวมใจพัฒนา', committeeSize: 12 };
const id = centerId(centerKey(old));

const before = imported([], [old]).registry;
const names = (registry: ReturnType<typeof imported>['registry']) =>
  registry.map(({ center }) => center.name);
const counts = ({ created, updated, unchanged, rejected }: Reconciled) =>
  [created, updated, unchanged, rejected].map((each) => each.length);

describe('a new name in the village of a center', () => {
  it('is asked about: it may be a new name of it or another center', () => {
    const { result } = imported(before, [present]);
    expect(counts(result)).toEqual([0, 0, 0, 1]);
    expect(result.rejected[0]?.problems).toEqual([
      {
        code: 'sameVillage',
        params: {
          ...{ center: present.name, moo: 3, subdistrict: 'ทุ่งโพธิ์' },
          ...{ other: old.name, otherMoo: 3, otherSubdistrict: 'ทุ่งโพธิ์', id },
        },
      },
    ]);
  });

  it('is asked about however the subdistrict and the village are written', () => {
    const otherwise = { ...present, subdistrict: 'ต.ทุ่งโพธิ์', village: 'รวมใจพัฒนา' };
    expect(reasons(imported(before, [otherwise]).result)).toEqual([[2, 'sameVillage']]);
  });

  it.each([{ moo: 4 }, { subdistrict: 'แก่งดินสอ', village: 'บ้านโคกสูง' }, { district: 'ประจันตคาม' }])(
    'is another center in another village (%j)',
    (elsewhere) => {
      expect(counts(imported(before, [{ ...present, ...elsewhere }]).result)).toEqual([1, 0, 0, 0]);
    },
  );

  it('is asked about in another subdistrict too, where the moo and the village are the same', () => {
    const elsewhere = { ...present, subdistrict: 'แก่งดินสอ' };
    const { result } = imported(before, [elsewhere]);
    expect(result.rejected[0]?.problems).toMatchObject([
      { code: 'looksLike', params: { subdistrict: 'แก่งดินสอ', otherSubdistrict: 'ทุ่งโพธิ์', otherMoo: 3 } },
    ]);
    expect(reasons(imported([], [old, elsewhere]).result)).toEqual([[3, 'looksLike']]);
    expect(counts(imported(before, [{ ...elsewhere, means: 'new' }]).result)).toEqual([1, 0, 0, 0]);
    expect(imported(before, [{ ...elsewhere, means: id }]).registry).toMatchObject([
      { center: { id, subdistrict: 'แก่งดินสอ' } },
    ]);
  });

  it('is asked about where the file has both, in any order, and both lines are named', () => {
    for (const rows of [
      [old, present],
      [present, old],
    ]) {
      const fresh = imported([], rows);
      const [first, second] = rows;
      expect(counts(fresh.result)).toEqual([1, 0, 0, 1]);
      expect(fresh.result.rejected).toEqual([
        {
          line: 3,
          problems: [
            {
              code: 'sameVillageInFile',
              params: { center: second?.name, moo: 3, other: first?.name, earlier: 2 },
            },
          ],
        },
      ]);
      expect(counts(imported(fresh.registry, rows).result)).toEqual([0, 0, 1, 1]);
    }
    expect(counts(imported(before, [old, present]).result)).toEqual([0, 0, 1, 1]);
    expect(counts(imported(before, [present, old]).result)).toEqual([0, 0, 1, 1]);
  });

  it('is another center where its row says so', () => {
    const both = imported([], [old, { ...present, means: 'new' }]);
    expect(counts(both.result)).toEqual([2, 0, 0, 0]);
    expect(counts(imported(both.registry, [old, present]).result)).toEqual([0, 0, 2, 0]);
  });
});

describe('a row with the id of a center', () => {
  const renamed = imported(before, [{ ...present, means: id }]);

  it('gives it a new name and what else it states', () => {
    expect(counts(renamed.result)).toEqual([0, 1, 0, 0]);
    expect(renamed.registry).toMatchObject([
      { center: { id, key: centerKey(old), name: present.name, committeeSize: 12 } },
    ]);
  });

  it('changes nothing the second time, and its center is known by its present name from then on', () => {
    expect(counts(imported(renamed.registry, [{ ...present, means: id }]).result)).toEqual([0, 0, 1, 0]);
    const { result, registry } = imported(renamed.registry, [{ ...present, committeeSize: 15 }]);
    expect(counts(result)).toEqual([0, 1, 0, 0]);
    expect(registry).toMatchObject([{ center: { id, committeeSize: 15 } }]);
  });

  it('is asked about when an older file has the former name again', () => {
    for (const rows of [[old], [old, present], [present, old]])
      expect(reasons(imported(renamed.registry, rows).result).flat()).toContain('sameVillage');
    expect(names(imported(renamed.registry, [old]).registry)).toEqual([present.name]);
  });

  it('leaves the former name to another center, in the same file too', () => {
    const rows = [
      { ...present, means: id },
      { ...old, means: 'new' as const },
    ];
    for (const start of [before, renamed.registry]) {
      const { result, registry } = imported(start, rows);
      expect(result.rejected).toEqual([]);
      expect(names(registry)).toEqual([present.name, old.name]);
      expect(new Set(registry.map(({ center }) => center.key)).size).toBe(2);
      expect(counts(imported(registry, rows).result)).toEqual([0, 0, 2, 0]);
      expect(counts(imported(registry, [old, present]).result)).toEqual([0, 0, 2, 0]);
    }
  });

  it('answers whether it is the center that it looks like', () => {
    const moved = { ...old, moo: 12 };
    expect(reasons(imported(before, [moved]).result)).toEqual([[2, 'looksLike']]);
    const { registry } = imported(before, [{ ...moved, means: id }]);
    expect(registry).toMatchObject([{ center: { id, moo: 12 } }]);
    expect(counts(imported(registry, [moved]).result)).toEqual([0, 0, 1, 0]);
  });

  it('is rejected where that center is none, another one, or already in the file', () => {
    const other = { ...old, moo: 5, village: 'บ้านโคกสูง', name: 'ศจก.บ้านโคกสูง' };
    const both = imported(before, [old, other]).registry;
    const unknown = centerId('ก');
    expect(reasons(imported(both, [{ ...old, means: unknown }]).result)).toEqual([[2, 'unknownCenterId']]);
    expect(reasons(imported(both, [{ ...other, means: id }]).result)).toEqual([[2, 'otherCenter']]);
    const stray = { ...other, moo: 6, name: 'ศจก.บ้านทุ่งนา' };
    const slipped = imported(both, [{ ...stray, means: id }, old]);
    expect(reasons(slipped.result)).toEqual([[2, 'otherCenter']]);
    expect(names(slipped.registry)).toEqual([old.name, other.name]);
    const twice = [present, { ...present, name: 'ศจก.ร่วมแรง' }].map((row) => ({ ...row, means: id }));
    expect(reasons(imported(both, twice).result)).toEqual([[3, 'duplicateRow']]);
  });
});

describe('a row that says to be new', () => {
  it('is another center in spite of its village or its likeness, once', () => {
    const alike = { ...old, name: 'ศจก.บ้านหนองบัง' };
    for (const row of [present, alike].map((each) => ({ ...each, means: 'new' as const }))) {
      const { result, registry } = imported(before, [row]);
      expect(counts(result)).toEqual([1, 0, 0, 0]);
      expect(counts(imported(registry, [row]).result)).toEqual([0, 0, 1, 0]);
    }
  });

  it('is the center there is where that has its name', () => {
    expect(counts(imported(before, [{ ...old, means: 'new' }]).result)).toEqual([0, 0, 1, 0]);
  });
});
