import type { Role } from '../programme/people/actor.ts';

/** Someone to chat as in a trial. All of them are invented samples. */
export type SamplePerson = {
  /** As LINE would give it. */
  readonly userId: string;
  readonly name: string;
  readonly note: string;
  readonly role: Role;
  readonly province: string;
  readonly district?: string;
  /** Name of the center. */
  readonly center?: string;
};

const province = 'ปราจีนบุรี';
const district = 'กบินทร์บุรี';

export const samplePeople: readonly SamplePerson[] = [
  {
    userId: `U${'0'.repeat(31)}1`,
    name: 'อรทัย ตัวอย่าง',
    note: 'พัฒนากร อ.กบินทร์บุรี · officer',
    role: 'officer',
    province,
    district,
  },
  {
    userId: `U${'0'.repeat(31)}2`,
    name: 'สมหญิง ตัวอย่าง',
    note: 'ประธาน ศจก.บ้านโคกตัวอย่าง · center chair',
    role: 'chair',
    province,
    district,
    center: 'ศจก.บ้านโคกตัวอย่าง',
  },
  {
    userId: `U${'0'.repeat(31)}3`,
    name: 'ธนา ตัวอย่าง',
    note: 'พัฒนาการอำเภอกบินทร์บุรี · district head',
    role: 'districtHead',
    province,
    district,
  },
  {
    userId: `U${'0'.repeat(31)}4`,
    name: 'วิภา ตัวอย่าง',
    note: 'นักวิชาการ สพจ.ปราจีนบุรี · provincial officer',
    role: 'province',
    province,
  },
];

/** Whom the codes of a trial invite. */
export const sampleInvites: readonly Pick<
  SamplePerson,
  'role' | 'province' | 'district' | 'center' | 'note'
>[] = [
  { role: 'officer', province, district: 'นาดี', note: 'officer, นาดี' },
  { role: 'chair', province, district: 'นาดี', center: 'ศจก.บ้านทุ่งตัวอย่าง', note: 'chair of ศจก.บ้านทุ่งตัวอย่าง' },
  { role: 'districtHead', province, district: 'นาดี', note: 'district head, นาดี' },
  { role: 'department', province, note: 'the department' },
];
