import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  districtsOf,
  findDistrict,
  findProvince,
  provinces,
  type Scope,
} from '../../../src/programme/area/areas.ts';
import { centerId } from '../../../src/programme/center/center.ts';
import { seed } from '../../seed.ts';

const found = (name: string) => ({ kind: 'found', name });

const area: fc.Arbitrary<Scope> = fc
  .record({
    kind: fc.constantFrom<Scope['kind']>('nation', 'province', 'district', 'center'),
    province: fc.constantFrom('ปราจีนบุรี', 'สระแก้ว'),
    at: fc.nat(1),
    center: fc.constantFrom(centerId('ก'), centerId('ข')),
  })
  .map(({ kind, province, at, center }): Scope => {
    const district = districtsOf(province)[at] ?? '';
    if (kind === 'nation') return { kind };
    if (kind === 'province') return { kind, province };
    return kind === 'district' ? { kind, province, district } : { kind, province, district, center };
  });

describe('the areas of the programme', () => {
  it('are 76 provinces and 878 districts, Bangkok left out', () => {
    expect(provinces).toHaveLength(76);
    expect(new Set(provinces).size).toBe(76);
    expect(provinces.flatMap(districtsOf)).toHaveLength(878);
    expect(provinces).not.toContain('กรุงเทพมหานคร');
    for (const province of provinces)
      expect(new Set(districtsOf(province)).size).toBe(districtsOf(province).length);
  });

  it('are the seven districts of Prachin Buri among them', () => {
    expect([...districtsOf('ปราจีนบุรี')].sort()).toEqual(
      ['เมืองปราจีนบุรี', 'กบินทร์บุรี', 'นาดี', 'บ้านสร้าง', 'ประจันตคาม', 'ศรีมหาโพธิ', 'ศรีมโหสถ'].sort(),
    );
  });

  it('have เฉลิมพระเกียรติ in five provinces and every other name once', () => {
    const names = provinces.flatMap(districtsOf);
    const repeated = names.filter((name, at) => names.indexOf(name) !== at);
    expect(repeated).toEqual(Array.from({ length: 4 }, () => 'เฉลิมพระเกียรติ'));
  });
});

describe('a name of a province', () => {
  it.each([
    ['ปราจีนบุรี', 'ปราจีนบุรี'],
    ['จังหวัดปราจีนบุรี', 'ปราจีนบุรี'],
    ['จังหวัด ปราจีนบุรี', 'ปราจีนบุรี'],
    ['จ.ปราจีนบุรี', 'ปราจีนบุรี'],
    ['จ. ปราจีน บุรี', 'ปราจีนบุรี'],
    ['\uFEFFปราจีน\u200Bบุรี ', 'ปราจีนบุรี'],
    ['เเพร่', 'แพร่'],
    ['ลําพูน', 'ลำพูน'],
    ['อยุธยา', 'พระนครศรีอยุธยา'],
    ['จ.โคราช', 'นครราชสีมา'],
  ])('written as %j is read as %s', (text, name) => {
    expect(findProvince(text)).toEqual(found(name));
  });

  it('that is misspelled is answered with the nearest one', () => {
    expect(findProvince('ปราจีนบุรึ')).toEqual({ kind: 'unknown', nearest: 'ปราจีนบุรี' });
    expect(findProvince('ปราจีน')).toEqual({ kind: 'unknown', nearest: 'ปราจีนบุรี' });
    expect(findProvince('จังหวัดสะแก้ว')).toEqual({ kind: 'unknown', nearest: 'สระแก้ว' });
  });
});

describe('a name of a district', () => {
  it.each([
    ['ปราจีนบุรี', 'กบินทร์บุรี', 'กบินทร์บุรี'],
    ['ปราจีนบุรี', 'อำเภอกบินทร์บุรี', 'กบินทร์บุรี'],
    ['ปราจีนบุรี', 'อำเภอ กบินทร์บุรี', 'กบินทร์บุรี'],
    ['ปราจีนบุรี', 'อ.นาดี', 'นาดี'],
    ['ปราจีนบุรี', 'อ.เมืองฯ', 'เมืองปราจีนบุรี'],
    ['ปราจีนบุรี', 'ศรีมหาโพธิ์', 'ศรีมหาโพธิ'],
    ['ร้อยเอ็ด', 'จตุรพักตรพิมาน', 'จตุรพักตร์พิมาน'],
    ['ปราจีนบุรี', 'อ. นา\u200Dดี', 'นาดี'],
    ['ปราจีนบุรี', 'เมือง', 'เมืองปราจีนบุรี'],
    ['ปราจีนบุรี', 'อ.เมือง', 'เมืองปราจีนบุรี'],
    ['ปราจีนบุรี', 'อำเภอเมือง ปราจีนบุรี', 'เมืองปราจีนบุรี'],
    ['พระนครศรีอยุธยา', 'เมือง', 'พระนครศรีอยุธยา'],
    ['ลำปาง', 'เมืองปาน', 'เมืองปาน'],
    ['ลำปาง', 'เมือง', 'เมืองลำปาง'],
    ['นราธิวาส', 'สุไหงโกลก', 'สุไหงโก-ลก'],
    ['ขอนแก่น', 'กิ่งอำเภอเวียงเก่า', 'เวียงเก่า'],
  ])('of %s written as %j is read as %s', (province, text, name) => {
    expect(findDistrict(province, text)).toEqual(found(name));
  });

  it('that is misspelled is answered with the nearest one of the province', () => {
    expect(findDistrict('ปราจีนบุรี', 'กบินบุรี')).toEqual({ kind: 'unknown', nearest: 'กบินทร์บุรี' });
    expect(findDistrict('ปราจีนบุรี', 'ปราจีนบุรี')).toEqual({ kind: 'unknown', nearest: 'เมืองปราจีนบุรี' });
    expect(findDistrict('ปราจีนบุรี', 'ศรีมหาโพด')).toEqual({ kind: 'unknown', nearest: 'ศรีมหาโพธิ' });
  });

  it('is never found in a province that has none of that name', () => {
    expect(findDistrict('ปราจีนบุรี', 'เฉลิมพระเกียรติ').kind).toBe('unknown');
    expect(findDistrict('สระบุรี', 'เฉลิมพระเกียรติ')).toEqual(found('เฉลิมพระเกียรติ'));
  });

  it('is found as the registry spells it, in every province', () => {
    for (const province of provinces) {
      expect(findProvince(province)).toEqual(found(province));
      for (const district of districtsOf(province)) {
        expect(findDistrict(province, district)).toEqual(found(district));
        expect(findDistrict(province, `อำเภอ${district}`)).toEqual(found(district));
      }
    }
  });
});

describe('an area', () => {
  it('covers itself, and the nation covers every area', () => {
    fc.assert(
      fc.property(area, (a) => covers(a, a) && covers({ kind: 'nation' }, a)),
      { seed },
    );
  });

  it('covers what lies within the areas that it covers', () => {
    const reached = { chains: 0, strangers: 0 };
    fc.assert(
      fc.property(area, area, area, (a, b, c) => {
        if (covers(a, b) && covers(b, c)) {
          reached.chains += 1;
          expect(covers(a, c)).toBe(true);
        } else reached.strangers += 1;
      }),
      { seed, numRuns: 2000 },
    );
    expect(reached.chains).toBeGreaterThan(100);
    expect(reached.strangers).toBeGreaterThan(100);
  });

  it('is the same area when each covers the other', () => {
    fc.assert(
      fc.property(area, area, (a, b) => {
        if (covers(a, b) && covers(b, a)) expect(a).toEqual(b);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('does not cover a district of the same name in another province', () => {
    const [one, other] = ['สระบุรี', 'นครราชสีมา'].map(
      (province): Scope => ({ kind: 'district', province, district: 'เฉลิมพระเกียรติ' }),
    );
    expect(one && other && covers(one, other)).toBe(false);
  });
});
