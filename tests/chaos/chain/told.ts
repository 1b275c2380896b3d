import type { Deed } from './clerk.ts';

/** What somebody was told that came of an own act. */
export type Outcome = {
  readonly did: Exclude<Deed, 'signAll'> | 'takeBack';
  readonly receipt?: string;
  /** The report, or the area that was frozen, or the seat that was stood in for. */
  readonly about: string;
  /** Who was named. */
  readonly to?: string;
};

const receipt = /^เลขที่รับ (FL\d\d-[0-9A-Z]{8}-[0-9A-Z])$/m;

/** A report as chats name it: `debt1 ศจก.…`. */
export function reportIn(text: string): string {
  const kind = /รายงานหนี้ครัวเรือน|รายงานครั้งที่ 1/.test(text) ? 'debt1' : 'assessment';
  return `${kind} ${/ศจก\.\S+/.exec(text)?.[0] ?? ''}`;
}

const sentences: readonly (readonly [Outcome['did'], RegExp])[] = [
  ['submit', /^(ส่ง(?:ผลประเมิน|รายงานครั้งที่ 1 ของ) ศจก\.\S+) แล้ว/m],
  ['sign', /^(?:รับรอง|รับทราบ)แล้วเมื่อ (.*)$/m],
  ['onPaper', /^บันทึกการรับทราบบนกระดาษแล้ว (.*)$/m],
  ['return', /^(ส่งกลับ.* ศจก\.\S+) ให้.*แก้ไขแล้ว เหตุผล/m],
  ['takeBack', /^เรียกคืนการลงนามใน(.*) แล้ว รายงานกลับมา/m],
  ['recall', /^เรียกคืน(.*) แล้ว แก้ไขและส่งใหม่ได้/m],
];

/** What a text says that was done; nothing where it refuses, or asks. */
export function outcomesIn(text: string, reportOf: (receipt: string) => string): readonly Outcome[] {
  const number = receipt.exec(text)?.[1];
  for (const [did, sentence] of sentences) {
    const about = sentence.exec(text)?.[1];
    if (about === undefined) continue;
    return [{ did, about: reportIn(about), ...(number && { receipt: number }) }];
  }
  const [, frozen] = /^ระงับรายงานของ(.*?) ตั้งแต่ .* แล้ว แจ้ง/m.exec(text) ?? [];
  if (frozen) return [{ did: 'freeze', about: frozen }];
  const [, lifted] = /^ยกเลิกการระงับรายงานของ(.*?) แล้ว แจ้ง/m.exec(text) ?? [];
  if (lifted) return [{ did: 'lift', about: lifted }];
  const [, to, seat] = /^มอบหมาย (\S+) รักษาราชการแทน(.*?) แล้ว/m.exec(text) ?? [];
  if (to && seat) return [{ did: 'name', about: seat, to }];
  if (!/^รับรองแล้ว \d+ ฉบับ/m.test(text)) return [];
  return [...text.matchAll(/^ศจก\.\S+ · เลขที่รับ (FL\S+)$/gm)].map(([, one = '']) => ({
    ...{ did: 'sign', receipt: one, about: reportOf(one) },
  }));
}

/** What may have come of an act of which nothing was told. */
export function perhaps(deed: Deed, shown: string): readonly Outcome[] {
  if (deed === 'name') {
    const [, to = '', seat = ''] = /^มอบหมาย (\S+) .*รักษาราชการแทน(.*?) (?:ถึง|เฉพาะ)/m.exec(shown) ?? [];
    return [{ did: 'name', about: seat, to }];
  }
  if (deed === 'freeze' || deed === 'lift') {
    const area = /รายงาน(?:ทั้งหมด)?ของ(.*?)(?: ตั้งแต่| ใช่หรือไม่)/.exec(shown)?.[1] ?? '';
    return [{ did: deed, about: area }];
  }
  if (deed === 'signAll')
    return shown
      .split('\n')
      .filter((line) => /^\d+\. .*ศจก\./.test(line))
      .map((line) => ({ did: 'sign', about: reportIn(line) }));
  // What is asked about a return names the center alone.
  if (deed === 'return')
    return ['assessment', 'debt1'].map((kind) => ({
      did: deed,
      about: `${kind} ${/ศจก\.\S+/.exec(shown)?.[0] ?? ''}`,
    }));
  const isBack = deed === 'recall' && shown.includes('การลงนามของคุณ');
  return [{ did: isBack ? 'takeBack' : deed, about: reportIn(shown) }];
}
