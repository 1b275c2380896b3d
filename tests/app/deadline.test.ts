import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import {
  nationalDeadlines2565,
  prachinBuriDeadlines2565,
} from '../../src/features/deadline/deadlines2565.ts';
import { createDeadlineWork } from '../../src/features/deadline/perform.ts';
import type { Person } from '../../src/kernel/person.ts';
import { covers } from '../../src/programme/area/areas.ts';
import { type Deadline, type DeadlinePlace, ruleOf } from '../../src/programme/deadline/deadline.ts';
import type { IntentId, IsoDate, PersonId } from '../../src/programme/ids.ts';
import { dues } from '../support/dues.ts';
import { inDistrict, inProvince, nation, now, personAs, year } from '../support/flowWorld.ts';

const lamphun = { kind: 'province', province: 'ลำพูน' } as const;
const named = (name: string, person: Person): Person => ({ ...person, id: name as PersonId, name });
const wipha = named('วิภา', personAs({ role: 'province', scope: inProvince }));
const department = named('กรรณิการ์', personAs({ role: 'department', scope: nation }));
const usual = [
  wipha,
  department,
  named('อรทัย', personAs({ role: 'officer', scope: inDistrict('นาดี') })),
  named('วีระ', personAs({ role: 'districtHead', scope: inDistrict('นาดี') })),
  named('ไกล', personAs({ role: 'officer', scope: inDistrict('บ้านสร้าง') })),
  named('พิชัย', personAs({ role: 'provinceHead', scope: inProvince })),
  named('คำปัน', personAs({ role: 'officer', scope: { ...lamphun, kind: 'district', district: 'ลี้' } })),
  named('บัวจันทร์', personAs({ role: 'province', scope: lamphun })),
];

let people: readonly Person[];
let kept: Map<string, Deadline>;
let losses: number;
let perform: ReturnType<typeof createDeadlineWork>;
beforeEach(() => {
  people = usual;
  kept = new Map([...nationalDeadlines2565, ...prachinBuriDeadlines2565].map((one) => [one.id, one]));
  losses = 0;
  const deadlines: Store['deadlines'] = {
    read: async (id) => kept.get(id),
    write: async (deadline, expected) => {
      if (losses-- > 0 || (kept.get(deadline.id)?.rev ?? 0) !== expected) return 'lost';
      kept.set(deadline.id, deadline);
      return 'committed';
    },
    rules: async (of) => [...kept.values()].flatMap((one) => (one.year === of ? (ruleOf(one) ?? []) : [])),
  };
  const persons = {
    holding: async (roles: readonly string[], where: Parameters<typeof covers>[0]) =>
      people.flatMap(({ id, bindings }) =>
        bindings.some(({ role, scope }) => roles.includes(role) && covers(where, scope)) ? [id] : [],
      ),
    read: async (ids: readonly PersonId[]) =>
      people.filter(({ id }) => ids.includes(id)).map((person) => ({ person })),
  } as unknown as Store['persons'];
  perform = createDeadlineWork({ deadlines, persons, dues });
});

const place = (kind: DeadlinePlace['kind'], area: DeadlinePlace['area']): DeadlinePlace => ({
  kind,
  area,
  year,
});
const province = { kind: 'province', province: 'ปราจีนบุรี' } as const;
const nadi = { ...province, kind: 'district', district: 'นาดี' } as const;

let events = 0;
const sets = (by: Person, of: DeadlinePlace, due: string, more: { id?: string; accepted?: boolean } = {}) => {
  const { id = `e${events++}`, accepted = true } = more;
  const at = new Date(now.getTime() + Number(id.slice(1)) * 1000);
  const intent = { kind: 'setDeadline' as const, place: of, due: due as IsoDate, accepted };
  return perform({ id: id as IntentId, by, at, intent }, intent);
};
const told = ({ notices }: Awaited<ReturnType<typeof sets>>) =>
  notices.map(({ to, notice }) => [to, 'before' in notice ? notice.before : undefined]);

describe('a new date', () => {
  test('is kept with who set it, and told to the officers and heads of that district', async () => {
    const done = await sets(wipha, place('assessment', nadi), '2022-08-15');
    expect(done.outcome).toMatchObject({
      of: 'setDeadline',
      result: { kind: 'set', due: '2022-08-15', before: '2022-08-09' },
      told: 2,
    });
    expect(told(done)).toEqual([
      ['อรทัย', '2022-08-09'],
      ['วีระ', '2022-08-09'],
    ]);
    const by = { kind: 'person', person: 'วิภา', name: 'วิภา' };
    expect(kept.get('assessment:2565:ปราจีนบุรี/นาดี')?.history).toMatchObject([{ due: '2022-08-15', by }]);
  });

  test('of the province takes back what a district had, and those hear of it for whom it changes', async () => {
    await sets(wipha, place('assessment', nadi), '2022-08-15');
    const same = await sets(wipha, place('assessment', province), '2022-08-09');
    expect(told(same)).toEqual([
      ['อรทัย', '2022-08-15'],
      ['วีระ', '2022-08-15'],
    ]);
    const all = await sets(wipha, place('assessment', province), '2022-08-20');
    expect(told(all).map(([to]) => to)).toEqual(['อรทัย', 'วีระ', 'ไกล']);
  });

  test('tells who works in two districts the date that held in each', async () => {
    const ofNadi = { role: 'officer', scope: inDistrict('นาดี') } as const;
    const both = named('สองอำเภอ', personAs(ofNadi, { role: 'officer', scope: inDistrict('บ้านสร้าง') }));
    people = [wipha, both];
    await sets(wipha, place('assessment', nadi), '2022-08-15');
    const differing = await sets(wipha, place('assessment', province), '2022-08-20');
    expect(differing.notices.map(({ notice }) => notice)).toMatchObject([
      {
        beforeIn: [
          { area: inDistrict('นาดี'), before: '2022-08-15' },
          { area: inDistrict('บ้านสร้าง'), before: '2022-08-09' },
        ],
      },
    ]);
    expect(told(differing)).toEqual([['สองอำเภอ', undefined]]);
    expect(told(await sets(wipha, place('assessment', province), '2022-08-22'))).toEqual([
      ['สองอำเภอ', '2022-08-20'],
    ]);
  });

  test('of the nation is told where no province has its own, to the province too', async () => {
    const done = await sets(department, place('debt1', { kind: 'nation' }), '2022-08-20');
    expect(told(done)).toEqual([
      ['คำปัน', '2022-05-31'],
      ['บัวจันทร์', '2022-05-31'],
    ]);
    const first = await sets(department, place('debt2', { kind: 'nation' }), '2022-08-20');
    expect(told(first)).toEqual([
      ['คำปัน', undefined],
      ['บัวจันทร์', undefined],
    ]);
  });

  test('of what provinces report is told to the provinces', async () => {
    const done = await sets(department, place('round2', { kind: 'nation' }), '2022-08-10');
    expect(told(done).map(([to]) => to)).toEqual(['วิภา', 'พิชัย', 'บัวจันทร์']);
  });

  test('done again after a crash, or after a lost race, comes to the same', async () => {
    losses = 1;
    const first = await sets(wipha, place('debt1', province), '2022-08-12', { id: 'e900' });
    expect(told(first).map(([to]) => to)).toEqual(['อรทัย', 'วีระ', 'ไกล']);
    expect(await sets(wipha, place('debt1', province), '2022-08-12', { id: 'e900' })).toEqual(first);
    expect(kept.get('debt1:2565:ปราจีนบุรี')?.history).toHaveLength(3);
  });
});

test('what is asked about, refused or nothing new is told to nobody', async () => {
  const asked = await sets(wipha, place('assessment', province), '2022-08-20', { accepted: false });
  expect(asked).toMatchObject({
    outcome: { result: { kind: 'asked', warnings: [{ kind: 'laterThanNext' }] } },
    notices: [],
  });
  const refused = await sets(wipha, place('assessment', province), '2024-08-20');
  expect(refused).toMatchObject({ outcome: { result: { kind: 'refused' } }, notices: [] });
  const same = await sets(wipha, place('assessment', province), '2022-08-09');
  expect(same).toMatchObject({ outcome: { result: { kind: 'unchanged' } }, notices: [] });
});
