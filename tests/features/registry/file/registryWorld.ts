import { readRegistry } from '../../../../src/features/registry/file/readRegistry.ts';
import { bangkokDate } from '../../../../src/programme/calendar/calendar.ts';

/** The day on which the files of these tests are read. */
export const today = bangkokDate(new Date('2022-08-01T02:00:00Z'));

/** The columns that a file needs, and a row that fills them. */
export const header = 'province,district,subdistrict,moo,village,center';
export const start = 'ปราจีนบุรี,นาดี,ทุ่งโพธิ์,3,บ้านหนองบัว,ศจก.บ้านหนองบัว';
/** What that row says. */
export const place = {
  province: 'ปราจีนบุรี',
  district: 'นาดี',
  subdistrict: 'ทุ่งโพธิ์',
  moo: 3,
  village: 'บ้านหนองบัว',
  name: 'ศจก.บ้านหนองบัว',
};

export const readBytes = (bytes: Buffer) => readRegistry({ bytes, name: 'registry.csv' }, today);
export const readLines = (...lines: readonly string[]) => readBytes(Buffer.from(lines.join('\n')));
