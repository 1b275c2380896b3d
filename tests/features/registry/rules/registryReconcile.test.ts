import { describe, expect, it } from 'vitest';
import { centerOf } from '../../../../src/features/registry/rules/centerRow.ts';
import type { Reconciled } from '../../../../src/features/registry/rules/reconcile.ts';
import { isoDate } from '../../../../src/programme/calendar/calendar.ts';
import { type Center, centerId, centerKey } from '../../../../src/programme/center/center.ts';
import { toIsoYear } from '../../../../src/programme/center/founding.ts';
import type { RegistryEntry, RegistryRow } from '../../../../src/programme/center/row.ts';
import { imported, reasons } from './registryWorld.ts';

const row: RegistryRow = {
  province: 'ปราจีนบุรี',
  district: 'นาดี',
  subdistrict: 'ทุ่งโพธิ์',
  moo: 3,
  village: 'บ้านหนองบัว',
  name: 'ศจก.บ้านหนองบัว',
  founded: isoDate(2009, 1, 15) ?? expect.fail(),
  chairName: 'สมชาย ใจดี',
  chairPhone: '0800000100',
};
const without = <K extends keyof RegistryRow>(from: RegistryRow, field: K): Omit<RegistryRow, K> => {
  const { [field]: _, ...rest } = from;
  return rest;
};

const corrected = (registry: readonly RegistryEntry[], change: (center: Center) => Center) =>
  registry.map((entry) => ({ ...entry, center: change(entry.center), rev: entry.rev + 1 }));
const counts = ({ created, updated, unchanged, rejected }: Reconciled) =>
  [created, updated, unchanged, rejected].map((each) => each.length);

describe('an import into an empty registry', () => {
  it('creates each center with what the row leaves open filled in', () => {
    const { result } = imported([], [row]);
    expect(result.created[0]?.center).toEqual({
      id: centerId(centerKey(row)),
      key: centerKey(row),
      province: 'ปราจีนบุรี',
      district: 'นาดี',
      subdistrict: 'ทุ่งโพธิ์',
      moo: 3,
      village: 'บ้านหนองบัว',
      name: 'ศจก.บ้านหนองบัว',
      founded: '2009-01-15',
      chair: { name: 'สมชาย ใจดี', phone: '0800000100' },
      divisions: [],
      memberFunds: [],
      budgeted: false,
      newCenter: false,
      modelCenter: false,
      householdTarget: 5,
    });
  });

  it('rejects the second row of the same center and names the first', () => {
    const { result } = imported([], [row, { ...row, name: 'ศูนย์จัดการกองทุนชุมชนบ้านหนองบัว' }]);
    expect(counts(result)).toEqual([1, 0, 0, 1]);
    expect(result.rejected).toEqual([
      {
        line: 3,
        problems: [{ code: 'duplicateRow', params: { center: 'ศูนย์จัดการกองทุนชุมชนบ้านหนองบัว', earlier: 2 } }],
      },
    ]);
  });

  it('rejects what looks like a center of the same file or of the registry', () => {
    const typo = { ...row, name: 'ศจก.บ้านหนองบัง' };
    const first = imported([], [row, typo]);
    expect(first.result.rejected[0]?.problems[0]).toEqual({
      code: 'looksLike',
      params: {
        ...{ center: typo.name, moo: 3, subdistrict: row.subdistrict },
        ...{ other: row.name, otherMoo: 3, otherSubdistrict: row.subdistrict },
        id: centerId(centerKey(row)),
      },
    });
    expect(counts(imported(first.registry, [typo]).result)).toEqual([0, 0, 0, 1]);
  });

  it('gives another id where the id is taken', () => {
    const id = centerId(centerKey(row));
    const other = { ...row, district: 'ประจันตคาม', subdistrict: 'คำโตนด' };
    const holder: RegistryEntry = { center: centerOf(id, centerKey(other), other), imported: other, rev: 1 };
    const { result } = imported([holder], [row]);
    expect(result.created[0]?.center.id).toBe(centerId(`${centerKey(row)} 1`));
  });
});

describe('a row that looks like another center', () => {
  it('is not let in by a later row of the same key', () => {
    const rows = [row, { ...row, moo: 12 }, { ...row, moo: 12, village: 'บ้านโคกสูง' }];
    expect(reasons(imported([], rows).result)).toEqual([
      [3, 'looksLike'],
      [4, 'duplicateRow'],
    ]);
  });
});

describe('a later import', () => {
  it('takes over what the file now states otherwise', () => {
    const first = imported([], [row]);
    const { result, registry } = imported(first.registry, [
      { ...row, chairPhone: '0899999999', committeeSize: 9 },
    ]);
    expect(counts(result)).toEqual([0, 1, 0, 0]);
    expect(result.updated[0]?.rev).toBe(1);
    expect(registry[0]?.center.chair).toEqual({ name: 'สมชาย ใจดี', phone: '0899999999' });
    expect(registry[0]?.center.committeeSize).toBe(9);
  });

  it('leaves what it is silent about', () => {
    const first = imported([], [{ ...row, memberFunds: ['กข.คจ.'], committeeSize: 9 }]);
    const { result } = imported(first.registry, [without(row, 'chairPhone')]);
    expect(counts(result)).toEqual([0, 0, 1, 0]);
  });

  it('counts the household target anew when the founding date is corrected in the file', () => {
    const founded = isoDate(2020, 8, 15) ?? expect.fail();
    const { registry } = imported(imported([], [row]).registry, [{ ...row, founded }]);
    expect(registry[0]?.center.householdTarget).toBe(0);
  });

  it('keeps the day that is known where a file states only its year', () => {
    const first = imported([], [row]);
    const { result, registry } = imported(first.registry, [{ ...row, founded: toIsoYear(2552) }]);
    expect(counts(result)).toEqual([0, 0, 1, 0]);
    expect(registry[0]?.center.founded).toBe('2009-01-15');
    const other = imported(first.registry, [{ ...row, founded: toIsoYear(2563) }]);
    expect(other.registry[0]?.center).toMatchObject({ founded: '2020', householdTarget: 0 });
  });

  it('learns the household target with the founding date', () => {
    const first = imported([], [without(row, 'founded')]);
    expect(first.registry[0]?.center).not.toHaveProperty('householdTarget');
    expect(imported(first.registry, [row]).registry[0]?.center.householdTarget).toBe(5);
  });

  it('does not revert a correction by chat, also when another field of the row changes', () => {
    const chat = corrected(imported([], [row]).registry, (center) => ({
      ...center,
      chair: { name: 'มาลี พูนผล' },
    }));
    const same = imported(chat, [row]);
    expect(counts(same.result)).toEqual([0, 0, 1, 0]);
    const other = imported(same.registry, [{ ...row, committeeSize: 15 }]);
    expect(counts(other.result)).toEqual([0, 1, 0, 0]);
    expect(other.registry[0]?.center).toMatchObject({ chair: { name: 'มาลี พูนผล' }, committeeSize: 15 });
    expect(other.registry[0]?.center.chair.phone).toBeUndefined();
  });

  it('knows a center whose name was corrected by its first name', () => {
    const renamed = corrected(imported([], [row]).registry, (center) => ({
      ...center,
      name: 'ศจก.บ้านโคกสูง',
    }));
    expect(counts(imported(renamed, [row]).result)).toEqual([0, 0, 1, 0]);
    expect(reasons(imported(renamed, [{ ...row, name: 'ศจก.บ้านโคกสูง' }]).result)).toEqual([[2, 'looksLike']]);
  });

  it('does not take a statement for a new one because a file in between was silent about it', () => {
    const chat = corrected(imported([], [row]).registry, (center) => ({
      ...center,
      chair: { phone: '0822222222' },
    }));
    const silent = imported(chat, [without(row, 'chairPhone')]);
    expect(imported(silent.registry, [row]).registry[0]?.center.chair).toEqual({ phone: '0822222222' });
  });

  it('remembers a statement that agrees with a correction, so that it does not undo the next one', () => {
    const agreed = { ...row, chairPhone: '0811111111' };
    const withPhone = (phone: string) => (center: Center) => ({
      ...center,
      chair: { ...center.chair, phone },
    });
    const chat = corrected(imported([], [row]).registry, withPhone('0811111111'));
    const second = imported(chat, [agreed]);
    expect(counts(second.result)).toEqual([0, 0, 1, 0]);
    const third = imported(corrected(second.registry, withPhone('0822222222')), [agreed]);
    expect(third.registry[0]?.center.chair.phone).toBe('0822222222');
  });

  it('takes over all that the file states where no import was recorded', () => {
    const center = centerOf(centerId('ก'), centerKey(row), {
      ...row,
      chairName: 'มาลี พูนผล',
      committeeSize: 9,
    });
    const { registry } = imported([{ center, rev: 4 }], [row]);
    expect(registry[0]).toMatchObject({ rev: 5, imported: row });
    expect(registry[0]?.center).toMatchObject({ chair: { name: 'สมชาย ใจดี' }, committeeSize: 9 });
  });
});
