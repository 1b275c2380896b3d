import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClockOffice, openClockOffice } from './clockOffice.ts';

const province = 'ปราจีนบุรี';
const inDistrict = (district: string) => ({ kind: 'district' as const, province, district });

let world: ClockOffice;
beforeEach(async () => {
  world = await openClockOffice('deadlineCommand');
  await world.due('assessment', { kind: 'province', province }, '2022-08-09');
});
afterEach(() => world.close());

test('a date that is set by command is told to those it concerns, with the one before', async () => {
  const officer = await world.bind('officer', inDistrict('นาดี'));
  const elsewhere = await world.bind('officer', inDistrict('กบินทร์บุรี'));
  const place = ['--province', province, '--district', 'นาดี'];
  const dates = ['--year', '2565', '--due', '2565-08-15'];
  const command = world.command('deadlines', 'set', '--kind', 'assessment', ...place, ...dates);
  expect(await once(command, 'exit')).toEqual([0, null]);
  const isToldOf = ({ message }: { message: { altText?: unknown } }) => {
    const words = String(message.altText ?? '');
    return words.includes('9 ส.ค. 2565') && words.includes('15 ส.ค. 2565');
  };
  await world.line.platform.waitFor(officer, isToldOf);
  expect(world.pushesTo(officer)).toHaveLength(1);
  expect(world.pushesTo(elsewhere)).toEqual([]);
});
