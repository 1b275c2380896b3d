import type { PersonId } from '../../../src/programme/ids.ts';
import type { Revision, Signature } from '../../../src/programme/report/revision.ts';
import { type Evidence, type Filed, historyOf, keptReceipts } from './history.ts';

type Fault = { readonly law: string; readonly breaks: (evidence: Evidence) => Evidence };

/** Each puts one thing wrong into what a sound run left behind, and names the law that is to see it. */
export const faults: { readonly [what: string]: Fault } = {
  'a receipt that was never told': {
    law: 'each submission, signature and return has one receipt, told once to whoever acted',
    breaks: (evidence) => {
      const receipt = aReceipt(evidence);
      return { ...evidence, told: evidence.told.filter(({ text }) => !text.startsWith(`เลขที่รับ ${receipt}`)) };
    },
  },
  'a receipt that was told twice': {
    law: 'each submission, signature and return has one receipt, told once to whoever acted',
    breaks: (evidence) => {
      const receipt = aReceipt(evidence);
      const again = evidence.told.filter(({ text }) => text.startsWith(`เลขที่รับ ${receipt}`));
      return { ...evidence, told: [...evidence.told, ...again] };
    },
  },
  'a receipt of nothing': {
    law: 'no receipt is told that a report did not give',
    breaks: (evidence) => ({
      ...evidence,
      told: [...evidence.told, { to: 'อรทัย', at: 0, text: 'เลขที่รับ FL65-00000000-0' }],
    }),
  },
  'a signature that was lost': {
    law: 'some order of what was told leads to where each report is',
    breaks: (evidence) => changeLast(evidence, (signatures) => signatures.slice(0, -1)),
  },
  'a signature of a stranger': {
    law: 'only who has the seat, or was named for it, signs',
    breaks: (evidence) =>
      changeLast(evidence, (signatures) => signatures.map(byPerson('P-stranger' as PersonId))),
  },
  'a signature of who submitted': {
    law: 'nobody takes two steps of one report',
    breaks: (evidence) => changeLast(evidence, (signatures, { by }) => signatures.map(byPerson(by))),
  },
  'a lock before the last signature': {
    law: 'a locked report has all signatures over what it says',
    breaks: (evidence) => changeLast(evidence, (signatures) => signatures.slice(0, -1)),
  },
  'a report that was changed after its lock': {
    law: 'a locked report has all signatures over what it says',
    breaks: (evidence) => ({
      ...evidence,
      reports: evidence.reports.map((one) => ({ ...one, hashes: one.hashes.map(() => 'another') })),
    }),
  },
  'a signature while it was frozen': {
    law: 'nothing is done while it is frozen',
    breaks: (evidence) => {
      const sign = historyOf(evidence).find(({ did }) => did === 'sign');
      const [by, event, sent] = ['อารี', 'a freeze', (sign?.sent ?? 0) - 2];
      const text = 'ระงับรายงานของจังหวัดปราจีนบุรี ตั้งแต่ วันนี้ ถึง พรุ่งนี้ แล้ว แจ้งผู้เกี่ยวข้อง 1 คน';
      return {
        ...evidence,
        acts: [...evidence.acts, { by, event, sent, deed: 'freeze', shown: '' }],
        told: [...evidence.told, { to: by, at: sent + 1, inReplyTo: event, text }],
      };
    },
  },
  'a deputy named by who may not': {
    law: 'only the holder of a seat, or the level above, names who stands in',
    breaks: (evidence) => {
      const [by, event] = ['อรทัย', 'a naming'];
      const text = 'มอบหมาย นิดา รักษาราชการแทนพัฒนาการอำเภอนาดี จ.ปราจีนบุรี แล้ว เฉพาะรายงานที่รออยู่ 1 ฉบับ';
      return {
        ...evidence,
        acts: [...evidence.acts, { by, event, sent: 0, deed: 'name', shown: '' }],
        told: [...evidence.told, { to: by, at: 1, inReplyTo: event, text }],
      };
    },
  },
  'a notice that was given twice': {
    law: 'no notice is given twice',
    breaks: (evidence) => ({ ...evidence, told: [...evidence.told, ...evidence.told.filter(isNotice)] }),
  },
  'notices of steps that were lost': {
    law: 'whoever sent or signed a report is told of each step',
    breaks: (evidence) => ({ ...evidence, told: evidence.told.filter((one) => !isNotice(one)) }),
  },
  'a receipt that tells of somebody else': {
    law: 'a receipt that is sent in tells who holds the report',
    breaks: (evidence) => ({
      ...evidence,
      asked: evidence.asked.map((one) => ({ ...one, text: 'อยู่ที่: รอผู้ว่าราชการจังหวัด' })),
    }),
  },
};

const isNotice = ({ text }: Evidence['told'][number]): boolean =>
  /^\S+ (?:รับรอง|รับทราบ).*แล้ว เลขที่รับ FL/m.test(text);

/** One that was told by itself, first of all that a report still shows. */
const aReceipt = ({ reports, told }: Evidence): string =>
  reports
    .flatMap(({ record }) => keptReceipts(record))
    .find(({ receipt }) => told.some(({ text }) => text.startsWith(`เลขที่รับ ${receipt}`)))?.receipt ?? '';

const byPerson =
  (person: PersonId) =>
  ({ onPaper: _, ...one }: Signature): Signature => ({ ...one, person });

/** Changes the signatures under the last revision of each report that is locked. */
const changeLast = (
  evidence: Evidence,
  change: (signatures: readonly Signature[], last: Revision<unknown>) => readonly Signature[],
): Evidence => ({
  ...evidence,
  reports: evidence.reports.map((filed): Filed => {
    const { record } = filed;
    const last = record.revisions.at(-1);
    if (!last?.locked) return filed;
    const revisions = record.revisions.with(-1, { ...last, signatures: change(last.signatures, last) });
    return { ...filed, record: { ...record, revisions } };
  }),
});
