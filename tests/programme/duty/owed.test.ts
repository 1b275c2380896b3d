import { describe, expect, test } from 'vitest';
import { callsAt } from '../../../src/programme/duty/calls.ts';
import { dutiesOf } from '../../../src/programme/duty/ofPerson.ts';
import type { Situation } from '../../../src/programme/duty/situation.ts';
import { sendClassOf, urgencyOf } from '../../../src/programme/duty/urgency.ts';
import type { CaseId, FiscalYear, IsoDate, PersonId } from '../../../src/programme/ids.ts';
import type { Deputy } from '../../../src/programme/people/deputy.ts';
import { seatId } from '../../../src/programme/people/seat.ts';
import { sendClasses } from '../../../src/programme/quota/want.ts';
import { freezeId, newAreaFreeze } from '../../../src/programme/report/freeze.ts';
import { day, at as instant } from '../calendar/days.ts';
import {
  academic,
  assessment,
  centers,
  chair,
  colleague,
  debt,
  far,
  first,
  head,
  heldSeats,
  ids,
  neighbour,
  office,
  officer,
  owedIn,
  province,
  provinceHead,
  type Report,
  rules,
  second,
} from './office.ts';

const keysOf = (person: typeof officer, situation: Situation) =>
  dutiesOf(person, owedIn(situation)).map(({ key }) => key);
const dutyIn = (situation: Situation, key: string) => owedIn(situation).find((duty) => duty.key === key);

describe('an officer', () => {
  test('owes an assessment of each center, and debt reports of those with a household target', () => {
    expect(keysOf(officer, office())).toEqual([
      `${first}:assessment:2565`,
      `${first}:debt1:2565`,
      `${first}:debt2:2565`,
      `${second}:assessment:2565`,
    ]);
  });

  test('is told how much is missing', () => {
    const situation = office({
      reports: [assessment(first, { holder: officer.id })],
      answered: new Map([['D', 6]]),
      figures: { inWork: 3, resultsInWork: 1 },
    });
    expect(dutyIn(situation, `${first}:assessment:2565`)).toMatchObject({
      name: 'ศจก. ตัวอย่าง 1',
      step: { act: 'submit', roles: ['officer'] },
      state: { answered: 6 },
      deadline: { due: '2022-08-09' },
    });
    expect(dutyIn(situation, `${first}:debt1:2565`)?.state).toMatchObject({
      figures: { inWork: 3, resultsInWork: 1 },
      listed: { householdTarget: 5 },
    });
    expect(dutyIn(office(), `${first}:assessment:2565`)?.state.answered).toBe(0);
  });

  test('has the date of the own province, or none where none is set', () => {
    expect(dutyIn(office(), `${far}:assessment:2565`)?.deadline?.due).toBe('2022-05-31');
    expect(dutyIn(office(), `${far}:debt2:2565`)).not.toHaveProperty('deadline');
  });

  test('owes nothing of what is submitted', () => {
    const situation = office({ reports: [assessment(first), debt(first, 'debt1')] });
    expect(keysOf(officer, situation)).toEqual([`${first}:debt2:2565`, `${second}:assessment:2565`]);
  });

  test('who holds a draft owes it alone', () => {
    const situation = office({
      reports: [assessment(first, { holder: colleague.id })],
    });
    expect(keysOf(officer, situation)).not.toContain(`${first}:assessment:2565`);
    expect(keysOf(colleague, situation)).toContain(`${first}:assessment:2565`);
  });

  test('owes again what was returned', () => {
    const situation = office({ reports: [assessment(first, 'officer')] });
    expect(dutyIn(situation, `${first}:assessment:2565`)?.step.act).toBe('amend');
    expect(keysOf(officer, situation)).toContain(`${first}:assessment:2565`);
  });
});

describe('the registry is confirmed in turn', () => {
  const withConfirmed = (count: number) =>
    office({
      centers: centers.map((one) => ({ ...one, confirmations: one.confirmations.slice(0, count) })),
    });
  const registry = (person: typeof officer, count: number) =>
    keysOf(person, withConfirmed(count)).filter((key) => key.includes('registry')).length;

  test.each([
    [0, 2, 0, 0, 0],
    [1, 0, 2, 0, 0],
    [2, 0, 0, 3, 3],
    [3, 0, 0, 0, 0],
  ])('after %i confirmations', (count, ofOfficer, ofHead, ofAcademic, ofProvinceHead) => {
    const counts = [officer, head, academic, provinceHead].map((person) => registry(person, count));
    expect(counts).toEqual([ofOfficer, ofHead, ofAcademic, ofProvinceHead]);
  });

  test('for each year anew, by the date of the year', () => {
    const other = office({ year: 2566 as FiscalYear });
    expect(keysOf(officer, other)).toContain(`${first}:registry:2566`);
    expect(dutyIn(other, `${first}:registry:2566`)).not.toHaveProperty('deadline');
    expect(dutyIn(withConfirmed(0), `${first}:registry:2565`)).toMatchObject({
      deadline: { due: '2021-12-31' },
    });
  });
});

describe('a report that is being certified', () => {
  const people = { officer, chair, head, provinceHead, neighbour };
  const holdersOf = (situation: Situation, kind: string) =>
    Object.entries(people).flatMap(([name, person]) =>
      keysOf(person, situation).some((key) => key.includes(kind)) ? [name] : [],
    );
  const at = (waitsFor: 'chair' | 'districtHead' | 'provinceHead') =>
    office({ centers: centers.slice(0, 1), reports: [assessment(first, waitsFor)] });

  test('has a date of its own, whatever the report’s is', () => {
    expect(dutyIn(at('chair'), `${first}:assessment:2565`)?.deadline?.due).toBe('2022-08-04');
  });

  test('waits for nobody who took another step of it', () => {
    const { row } = assessment(first, 'districtHead');
    const situation = (barred: readonly PersonId[]) =>
      office({ reports: [{ center: first, row: { ...row, barred } }] });
    const key = `${first}:assessment:2565`;
    expect(keysOf(head, situation([officer.id]))).toContain(key);
    expect(keysOf(head, situation([head.id]))).not.toContain(key);
  });

  test('is the level above’s where the only one who has the seat took another step of it', () => {
    const { row } = assessment(first, 'districtHead');
    const key = `${first}:assessment:2565`;
    const situation = (more: Parameters<typeof office>[0] = {}) =>
      office({ reports: [{ center: first, row: { ...row, barred: [head.id] } }], ...more });
    expect(dutyIn(situation(), key)).toMatchObject({ step: { act: 'delegate', roles: ['provinceHead'] } });
    expect(dutyIn(situation(), key)?.step.chain).not.toHaveProperty('left');
    expect(keysOf(provinceHead, situation())).toContain(key);
    const seat = seatId('districtHead', { kind: 'district', province, district: 'นาดี' });
    const second = (away: boolean) => {
      const both = [head.id, neighbour.id].map((person) => ({ person, away: away && person !== head.id }));
      return situation({ holders: new Map([...heldSeats(), [seat, both]]) });
    };
    expect(dutyIn(second(false), key)?.step.act).toBe('certify');
    expect(dutyIn(second(true), key)?.step).toMatchObject({ act: 'delegate', chain: { left: true } });
  });

  describe('with a vacant seat', () => {
    const { row } = assessment(first, 'chair');
    const key = `${first}:assessment:2565`;
    const vacant = () =>
      office({
        reports: [{ center: first, row }],
        holders: heldSeats((one) => one.startsWith('chair:')),
      });

    test('is the level above’s, who names somebody', () => {
      expect(dutyIn(vacant(), key)).toMatchObject({ step: { act: 'delegate', roles: ['districtHead'] } });
      expect(keysOf(head, vacant())).toContain(key);
      expect(keysOf(chair, vacant())).not.toContain(key);
    });

    test('is so too where who holds it left LINE, and is the holder’s again who comes back', () => {
      const reports = [{ center: first, row }];
      const away = office({ reports, holders: heldSeats(undefined, true) });
      expect(dutyIn(away, key)?.step).toMatchObject({ act: 'delegate', chain: { left: true } });
      expect(keysOf(head, away)).toContain(key);
      expect(keysOf(chair, office({ reports }))).toContain(key);
      expect(dutyIn(vacant(), key)?.step.chain).not.toHaveProperty('left');
    });
  });

  describe('with a deputy', () => {
    const seat = seatId('districtHead', { kind: 'district', province, district: 'นาดี' });
    const deputy = (more: Partial<Deputy>): Deputy => ({
      ...{ role: 'districtHead', scope: { kind: 'district', province, district: 'นาดี' } },
      ...{ to: neighbour.id, name: 'สมหญิง', by: provinceHead.id, byName: 'วิภา', at: new Date(0) },
      ...{ term: { kind: 'until', until: '2022-08-01' as IsoDate }, ...more },
    });
    const key = `${first}:assessment:2565`;
    const vacant = heldSeats((one) => one === seat);
    const given = (one: Deputy, more: Parameters<typeof office>[0] = {}) =>
      office({
        reports: [assessment(first, 'districtHead')],
        ...{ holders: vacant, deputies: new Map([[seat, [one]]]), ...more },
      });

    test('waits for that person, and nobody is to be named any more', () => {
      const situation = given(deputy({}));
      expect(keysOf(neighbour, situation)).toContain(key);
      expect(keysOf(provinceHead, situation)).not.toContain(key);
      expect(dutyIn(situation, key)).toMatchObject({ step: { act: 'certify', roles: ['districtHead'] } });
    });

    test('waits for the holder as well, where there is one', () => {
      const situation = given(deputy({}), { holders: heldSeats() });
      expect([neighbour, head].map((one) => keysOf(one, situation).includes(key))).toEqual([true, true]);
    });

    test('is the level above’s again once the term is over, or where it is of other reports', () => {
      const over = given(deputy({}), { today: day('2022-08-02') });
      const others = given(
        deputy({ term: { kind: 'reports', reports: [`${second}:report:2565` as CaseId] } }),
      );
      for (const situation of [over, others]) {
        expect(dutyIn(situation, key)?.step.act).toBe('delegate');
        expect(keysOf(neighbour, situation)).not.toContain(key);
      }
      const these = given(deputy({ term: { kind: 'reports', reports: [`${first}:report:2565` as CaseId] } }));
      expect(keysOf(neighbour, these)).toContain(key);
    });

    test('waits for none who took another step of it', () => {
      const { row } = assessment(first, 'districtHead');
      const reports = [{ center: first, row: { ...row, barred: [neighbour.id] } }];
      expect(dutyIn(given(deputy({}), { reports }), key)?.step.act).toBe('delegate');
    });

    test('of a province, signs the reports of its round; the others are to be named for', () => {
      const own = { kind: 'province', province } as const;
      const id = seatId('provinceHead', own);
      const term = { kind: 'reports', reports: [`${first}:report:2565` as CaseId] } as const;
      const situation = office({
        reports: [assessment(first, 'provinceHead'), assessment(second, 'provinceHead')],
        holders: heldSeats((one) => one === id),
        deputies: new Map([[id, [deputy({ role: 'provinceHead', scope: own, to: academic.id, term })]]]),
      });
      const rounds = owedIn(situation).filter(({ kind }) => kind === 'round1');
      expect(rounds.map(({ key: of, step, state }) => [of, step.act, state.reports])).toEqual([
        [`${province}:round1:2565`, 'certify', 1],
        [`${province}:round1:2565:delegate`, 'delegate', 1],
      ]);
      expect(keysOf(academic, situation)).toEqual([`${province}:round1:2565`]);
    });
  });

  describe('that is frozen', () => {
    const area = { kind: 'district', province, district: 'นาดี' } as const;
    const frozen = (from: string, until: string, today: string, reports: readonly Report[]) =>
      office({
        ...{ reports, today: day(today) },
        freezes: new Map([
          [
            freezeId(area),
            {
              ...newAreaFreeze(area),
              freeze: {
                ...{ from: day(from), until: day(until), reason: 'ตรวจสอบบัญชี' },
                ...{ by: academic.id, byName: 'อารี', scope: { kind: 'province', province } },
              },
            },
          ],
        ]),
      });
    const key = `${first}:assessment:2565`;
    const waits = [assessment(first, 'districtHead')];

    test('says why and until when, and is not late; afterwards it is', () => {
      const during = frozen('2022-08-08', '2022-08-10', '2022-08-09', waits);
      const duty = dutyIn(during, key);
      expect(duty?.frozen).toMatchObject({ until: '2022-08-10', reason: 'ตรวจสอบบัญชี' });
      expect(duty && urgencyOf(duty, day('2022-08-09'))).toBe('later');
      expect(callsAt(owedIn(during), instant('2022-08-09')).filter((one) => one.duty.key === key)).toEqual(
        [],
      );
      const after = dutyIn(frozen('2022-08-08', '2022-08-10', '2022-08-11', waits), key);
      expect(after).not.toHaveProperty('frozen');
      expect(after && urgencyOf(after, day('2022-08-11'))).toBe('overdue');
    });

    test('is told to the level above afterwards, where that was to be told meanwhile', () => {
      const told = (today: string) =>
        callsAt(owedIn(frozen('2022-08-05', '2022-08-09', today, waits)), instant(today))
          .filter(({ duty }) => duty.key === key)
          .map(({ audience }) => audience);
      expect(
        ['2022-08-04', '2022-08-05', '2022-08-08', '2022-08-09', '2022-08-10', '2022-08-11'].map(told),
      ).toEqual([['owing'], [], [], [], ['owing', 'province'], ['owing']]);
    });

    test('concerns what is to be sent too, nothing of other districts, and no entry of the registry', () => {
      const unconfirmed = centers.map((one) => ({ ...one, confirmations: [] }));
      const situation = { ...frozen('2022-08-08', '2022-08-10', '2022-08-09', []), centers: unconfirmed };
      const those = owedIn(situation).filter((duty) => duty.frozen);
      expect(new Set(those.map(({ about }) => ('district' in about ? about.district : '')))).toEqual(
        new Set(['นาดี']),
      );
      expect(new Set(those.map(({ kind }) => kind))).toEqual(new Set(['assessment', 'debt1', 'debt2']));
    });

    test('is apart from the rest of the province’s round', () => {
      const [, , third] = ids;
      const situation = frozen('2022-08-01', '2022-08-10', '2022-08-02', [
        assessment(first, 'provinceHead'),
        ...(third ? [assessment(third, 'provinceHead')] : []),
      ]);
      expect(keysOf(provinceHead, situation)).toEqual([
        `${province}:round1:2565`,
        `${province}:round1:2565:frozen:2022-08-01:2022-08-10`,
      ]);
    });
  });

  test('waits for the chair, then for the district head', () => {
    expect(holdersOf(at('chair'), 'assessment')).toEqual(['chair']);
    expect(holdersOf(at('districtHead'), 'assessment')).toEqual(['head']);
    expect(dutyIn(at('chair'), `${first}:assessment:2565`)).toMatchObject({
      step: { act: 'acknowledge' },
      state: { reports: 1 },
    });
  });

  test('is met for the district once its head has certified, and is then part of the province’s round', () => {
    expect(holdersOf(at('provinceHead'), 'assessment')).toEqual([]);
    expect(holdersOf(at('provinceHead'), 'round1')).toEqual(['provinceHead']);
    expect(dutyIn(at('provinceHead'), `${province}:round1:2565`)).toMatchObject({
      about: { kind: 'province', province },
      name: province,
      state: { reports: 1 },
      deadline: { due: '2022-08-04' },
    });
  });

  test('counts once in its round, beside the others of the province', () => {
    const situation = office({
      reports: [
        assessment(first, 'provinceHead'),
        assessment(second, 'chair'),
        debt(first, 'debt1', 'provinceHead'),
        debt(first, 'debt2', 'provinceHead'),
        debt(far, 'debt1', 'provinceHead'),
      ],
    });
    const rounds = owedIn(situation).filter(({ about }) => about.kind === 'province');
    expect(rounds.map(({ key, state }) => [key, state.reports]).sort()).toEqual([
      [`${province}:round1:2565`, 2],
      [`${province}:round2:2565`, 1],
      ['ลำพูน:round1:2565', 1],
    ]);
    expect(keysOf(provinceHead, situation)).toEqual([`${province}:round1:2565`, `${province}:round2:2565`]);
  });
});

describe('duties are sorted', () => {
  test('by due date, so the overdue ones lead, without a date last, then by name', () => {
    const early = rules.map((rule) => (rule.kind === 'debt1' ? { ...rule, due: day('2022-07-01') } : rule));
    const situation = office({ rules: early.filter(({ kind }) => kind !== 'debt2') });
    expect(keysOf(officer, situation)).toEqual([
      `${first}:debt1:2565`,
      `${first}:assessment:2565`,
      `${second}:assessment:2565`,
      `${first}:debt2:2565`,
    ]);
  });

  test.each([
    ['2022-08-10', 'overdue'],
    ['2022-08-09', 'soon'],
    ['2022-08-06', 'soon'],
    ['2022-08-05', 'later'],
  ] as const)('on %s one of 9 August is %s', (today, urgency) => {
    const [duty] = dutiesOf(officer, owedIn(office()));
    expect(duty && urgencyOf(duty, day(today))).toBe(urgency);
    expect(urgencyOf({}, day(today))).toBe('later');
  });
});

test('a push that speaks of a signature goes before any that speaks of what is late', () => {
  const today = day('2022-08-02');
  const classOf = (situation: Situation, kind: string) =>
    sendClassOf(
      owedIn(situation).filter((duty) => duty.key.startsWith(first) && duty.key.includes(kind)),
      today,
    );
  const waits = office({ reports: [assessment(first, 'chair')] });
  const late = office({ rules: rules.map((rule) => ({ ...rule, due: day('2022-08-01') })) });
  expect(classOf(waits, 'assessment')).toBe('act');
  expect(classOf(late, 'assessment')).toBe('overdue');
  expect(sendClassOf([...owedIn(late), ...owedIn(waits)], today)).toBe('act');
  expect(sendClasses.indexOf('act')).toBe(0);
});
