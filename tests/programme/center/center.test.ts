import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLike } from '../../../src/features/registry/rules/looksLike.ts';
import { isoDate } from '../../../src/programme/calendar/calendar.ts';
import {
  type CenterPlace,
  centerId,
  centerKey,
  centerNameKey,
  defaultHouseholdTarget,
  readCenterId,
} from '../../../src/programme/center/center.ts';
import { toIsoYear } from '../../../src/programme/center/founding.ts';
import { seed } from '../../seed.ts';

const place: CenterPlace = {
  province: 'ปราจีนบุรี',
  district: 'นาดี',
  subdistrict: 'ทุ่งโพธิ์',
  moo: 3,
  village: 'บ้านหนองบัว',
  name: 'ศจก.บ้านหนองบัว',
};
const at = (changes: Partial<CenterPlace>): CenterPlace => ({ ...place, ...changes });

describe('the key of a center', () => {
  it.each([
    'ศจก.บ้านหนองบัว',
    'ศจก. บ้านหนองบัว',
    'ศจก บ้านหนองบัว',
    'ศ.จ.ก.บ้านหนองบัว',
    'ศูนย์จัดการกองทุนชุมชนบ้านหนองบัว',
    'ศูนย์จัดการกองทุนชุมชน (ศจก.) บ้านหนองบัว',
    'สถาบันการจัดการเงินทุนชุมชนบ้านหนองบัว',
    'บ้านหนองบัว',
    'บ.หนองบัว',
    'หนอง บัว',
    '\uFEFFหนอง\u200Bบัว',
  ])('is the same for %j', (name) => {
    expect(centerKey(at({ name }))).toBe(centerKey(place));
  });

  it('is the same with and without ตำบล', () => {
    expect(centerKey(at({ subdistrict: 'ต.ทุ่งโพธิ์' }))).toBe(centerKey(place));
    expect(centerKey(at({ subdistrict: 'ตำบล ทุ่งโพธิ์' }))).toBe(centerKey(place));
  });

  it('is another in another place, under another name, and with another tone', () => {
    const others = [
      at({ moo: 4 }),
      at({ subdistrict: 'นาดี' }),
      at({ district: 'ประจันตคาม' }),
      at({ province: 'สระแก้ว' }),
      at({ name: 'ศจก.บ้านหนองบัวใต้' }),
      at({ name: 'ศจก.บ้านหนองบั่ว' }),
    ];
    expect(new Set([place, ...others].map(centerKey)).size).toBe(others.length + 1);
  });

  it('keeps a name that is nothing but a title', () => {
    expect(centerNameKey('ศจก.')).toBe('ศจก');
    expect(centerNameKey('บ้าน')).toBe('บ้าน');
  });
});

describe('the printed id of a center', () => {
  it('is C and six symbols, the same for the same key and another for another', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const id = centerId(key);
        expect(id).toMatch(/^C[0-9A-HJKMNP-TV-Z]{6}$/);
        expect(centerId(key)).toBe(id);
        expect(centerId(`${key} 1`)).not.toBe(id);
        expect(readCenterId(` ${id.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(id);
      }),
      { seed },
    );
  });

  it.each(['', 'C12345', 'C12345678', 'D123456', 'CUUUUUU', 'ศจก.บ้านหนองบัว'])(
    'is not read from %j',
    (text) => {
      expect(readCenterId(text)).toBeUndefined();
    },
  );
});

describe('the household target', () => {
  it.each([
    [[2009, 1, 15], false, 5],
    [[2007, 10, 1], false, 5],
    [[2007, 9, 30], false, 0],
    [[2017, 12, 31], false, 5],
    [[2018, 1, 1], false, 0],
    [[2020, 8, 15], false, 0],
    [[2021, 1, 1], false, 0],
  ] as const)('of a center founded on %j (budgeted: %s) is %i', ([year, month, day], budgeted, target) => {
    expect(defaultHouseholdTarget(isoDate(year, month, day), budgeted)).toBe(target);
  });

  it.each([
    [2550, 0],
    [2551, 5],
    [2560, 5],
    [2561, 0],
  ])('of a center founded in %i, no day known, is %i', (year, target) => {
    expect(defaultHouseholdTarget(toIsoYear(year), false)).toBe(target);
  });

  it('is not known without a founding date, nor of a budgeted center that states none', () => {
    expect(defaultHouseholdTarget(undefined, false)).toBeUndefined();
    expect(defaultHouseholdTarget(isoDate(2009, 1, 15), true)).toBeUndefined();
  });
});

describe('two entries look like one center', () => {
  it.each([
    ['a letter of the name differs', at({ name: 'ศจก.บ้านหนองบัง' })],
    ['a tone of the name is missing', at({ name: 'ศจก.บ้านหนองบ้ว' })],
    ['the name repeats the moo', at({ name: 'ศจก.บ้านหนองบัว หมู่ที่ 3' })],
    ['the same name and village are in another moo', at({ moo: 13 })],
    ['the same name, village and moo are in another subdistrict', at({ subdistrict: 'สำพันตา' })],
    ['the subdistrict is misspelled', at({ subdistrict: 'ทุ่งโพธิ' })],
  ])('when %s', (_, other) => {
    expect(looksLike(place, other)).toBe(true);
    expect(looksLike(other, place)).toBe(true);
  });

  it.each([
    ['the villages have the same name but the centers do not', at({ moo: 12, name: 'ศจก.บ้านหนองบัว หมู่ 12' })],
    ['the names differ in more than a letter', at({ name: 'ศจก.บ้านโคกสูง' })],
    ['the names differ in their figures', at({ name: 'ศจก.บ้านหนองบัว 2' })],
    ['the same name is in another district', at({ district: 'ประจันตคาม' })],
    ['a similar name is in another moo', at({ name: 'ศจก.บ้านหนองบัง', village: 'บ้านหนองบัง', moo: 4 })],
  ])('but not when %s', (_, other) => {
    expect(looksLike(place, other)).toBe(false);
    expect(looksLike(other, place)).toBe(false);
  });
});
