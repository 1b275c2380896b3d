import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform, SentMessage } from '../../../src/simulator/index.ts';
import type { Dice } from '../dice.ts';

/** What somebody wants of a report, a seat or an area, and decides with one tap. */
export type Deed =
  | 'submit'
  | 'sign'
  | 'signAll'
  | 'return'
  | 'recall'
  | 'onPaper'
  | 'name'
  | 'freeze'
  | 'lift';

/** One such tap: what was read before it, and the event that it came in by. */
export type Act = {
  readonly by: string;
  readonly deed: Deed;
  readonly sent: number;
  readonly shown: string;
  readonly event: string;
};

export type Clerk = {
  readonly name: string;
  readonly userId: string;
};

type Move = { readonly say: string; readonly decides?: Deed } | { readonly photo: true };
type Rule = { readonly when: RegExp; readonly does: (dice: Dice, shown: string) => Move };

/** Texts by which returns and freezes are told apart. */
let reasons = 0;
const reason = () => `ข้อมูลไม่ตรงกับหลักฐานเล่มที่ ${++reasons} ครับผม`;

const say = (text: string, decides?: Deed): Move => ({ say: text, ...(decides && { decides }) });
const numberOf = (dice: Dice, shown: string) => say(`${1 + dice(shown.match(/^\d+\. /gm)?.length ?? 1)}`);

/** What people answer to what they read; the first that fits. */
const rules: readonly Rule[] = [
  { when: /เหตุผลที่ระงับคืออะไร/, does: () => say(reason()) },
  { when: /ระงับรายงานทั้งหมดของ[\s\S]*หรือไม่/, does: () => say('ใช่', 'freeze') },
  { when: /^ยกเลิกการระงับรายงานของ/m, does: () => say('ใช่', 'lift') },
  {
    when: /ระงับรายงานของพื้นที่ใด/,
    does: (dice) => say(['กบินทร์บุรี', 'นาดี', 'กบินทร์บุรี', 'นาดี', 'จังหวัดปราจีนบุรี'][dice(5)] ?? ''),
  },
  { when: /^ระงับรายงานของ.*ตั้งแต่วันใด/m, does: () => say('วันนี้') },
  { when: /^ระงับตั้งแต่ .* ถึงวันใด/m, does: () => say('31 ธันวาคม') },
  { when: /พื้นที่ที่ระงับรายงาน/, does: (_, shown) => say(/\[(ยกเลิกการระงับ[^\]]*)\]/.exec(shown)?.[1] ?? 'เมนู') },
  { when: /ส่งรูปหน้าที่ .* ลงนาม/, does: () => ({ photo: true }) },
  { when: /ใครลงนามรับทราบผลของ/, does: () => say('นายสมชาย ใจดี') },
  { when: /บันทึกว่า .* บนกระดาษแล้ว .*ใช่หรือไม่/, does: () => say('ใช่', 'onPaper') },
  { when: /ฉบับที่รอประธานรับทราบ|ฉบับที่ยังเรียกคืนได้/, does: numberOf },
  { when: /^เรียกคืน.* ใช่หรือไม่/m, does: () => say('ใช่', 'recall') },
  { when: /มอบหมายผู้ลงนามแทนตำแหน่งใด/, does: numberOf },
  { when: /^ใครลงนามแทน/m, does: numberOf },
  {
    when: /ลงนามแทน.* ถึงวันใด/,
    does: (dice, shown) => say((dice(2) === 0 && /เฉพาะ \d+ ฉบับนี้/.exec(shown)?.[0]) || '31 ธันวาคม'),
  },
  { when: /^มอบหมาย .* ใช่หรือไม่/m, does: () => say('ใช่', 'name') },
  { when: /เพราะเหตุใด เช่น ตัวเลข/, does: () => say(reason(), 'return') },
  { when: /แตะ รับรองทั้งหมด เพื่อลงนาม/, does: () => say('รับรองทั้งหมด', 'signAll') },
  {
    when: /แตะ รับรอง เพื่อลงนาม/,
    does: (dice) => (dice(3) === 0 ? say('ส่งกลับ') : say('รับรอง', 'sign')),
  },
  {
    when: /แตะ รับทราบผล เพื่อลงนาม/,
    does: (dice) => (dice(3) === 0 ? say('ส่งกลับ') : say('รับทราบผล', 'sign')),
  },
  {
    when: /ฉบับ รอลงนาม/,
    does: (dice, shown) =>
      shown.includes('รับรองทั้งหมด') && dice(4) === 0 ? say('รับรองทั้งหมด') : numberOf(dice, shown),
  },
  { when: /^ส่ง(?:แบบประเมิน|รายงานครั้งที่ 1).* ใช่ไหม/m, does: () => say('ใช่', 'submit') },
  { when: /^ข้อ 1\/14/m, does: (dice) => say(`${1 + dice(2)}`) },
  { when: /พิมพ์ ส่ง เพื่อส่งรายงาน/, does: (dice) => say(dice(3) === 0 ? 'แก้ไข 1' : 'ส่ง') },
  { when: /^รายงานครั้งที่ 1 · ศจก\./m, does: () => say('ส่ง') },
  { when: /\[แก้ไขฉบับใหม่\]/, does: (dice) => say(dice(3) === 0 ? 'แก้ไขฉบับใหม่' : 'เมนู') },
  { when: /^เลือกศูนย์ฯ/m, does: numberOf },
];

/** How long somebody waits for an answer, and the most that one thing takes. */
const patience = 25_000;
const mostTurns = 14;

export type Hand = {
  /** Begins what a command begins, and goes on until it is done or nothing is understood. */
  readonly does: (clerk: Clerk, command: string) => Promise<void>;
  /** Says something and reads the answer; nothing where none came. */
  readonly says: (clerk: Clerk, text: string) => Promise<string | undefined>;
  readonly acts: readonly Act[];
};

/** Plays people at their phones; notes each tap that decides something. */
export function createHand(platform: Platform, dice: Dice, picture: Buffer): Hand {
  const acts: Act[] = [];

  async function read(userId: string, event: string): Promise<string | undefined> {
    const isAnswer = ({ inReplyTo }: SentMessage) => inReplyTo === event;
    const came = await platform.waitFor(userId, isAnswer, { timeoutMs: patience }).catch(() => undefined);
    if (!came) return undefined;
    return platform
      .messagesTo(userId)
      .filter(isAnswer)
      .map((sent) => `${wordsOf(sent)}\n${labelsOf(sent)}`)
      .join('\n');
  }

  async function make(clerk: Clerk, move: Move, shown: string): Promise<string | undefined> {
    if (!('photo' in move)) return decide(clerk, move.say, shown, move.decides);
    const { webhookEventId } = await platform.sendImage(clerk.userId, picture, 'image/png');
    return read(clerk.userId, webhookEventId);
  }

  /** Taps the button of that label where one was shown, and else types it. */
  async function decide(
    clerk: Clerk,
    text: string,
    shown: string,
    deed: Deed | undefined,
  ): Promise<string | undefined> {
    const { userId, name: by } = clerk;
    const sent = Date.now();
    const isShown = shown.includes(`[${text}]`);
    const isThere = isShown && platform.tappable(userId).some(({ label }) => label === text);
    const { webhookEventId: event } = await (isThere
      ? platform.press(userId, text)
      : platform.sendText(userId, text));
    if (deed) acts.push({ by, deed, sent, shown, event });
    const answer = await read(userId, event);
    // Whether the question was seen is not known after a blow, so what answers it may be asked about.
    return answer?.includes('[ใช้เป็นคำตอบ]')
      ? decide(clerk, 'ใช้เป็นคำตอบ', `${shown}\n[ใช้เป็นคำตอบ]`, deed)
      : answer;
  }

  return {
    acts,
    says: (clerk, text) => decide(clerk, text, '', undefined),
    async does(clerk, command) {
      let shown = await decide(clerk, command, '', undefined);
      for (let turns = 0; shown !== undefined && turns < mostTurns; turns += 1) {
        const before = shown;
        const rule = rules.find(({ when }) => when.test(before));
        if (!rule) return;
        await sleep(dice(200));
        shown = await make(clerk, rule.does(dice, before), before);
      }
    },
  };
}

export const wordsOf = ({ message }: Pick<SentMessage, 'message'>): string =>
  String(message.altText ?? message.text ?? '');

const labelsOf = ({ message }: SentMessage): string =>
  [...JSON.stringify(message).matchAll(/"label":"([^"]*)"/g)].map(([, label]) => `[${label}]`).join('\n');
