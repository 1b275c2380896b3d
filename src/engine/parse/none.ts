import { bare, wordKey } from './clean.ts';

/** Nothing, nobody. */
const NONE = new Set([
  ...['ไม่มี', 'ไม่มีเลย', 'ยังไม่มี', 'ยังไม่มีเลย', 'ไม่มีใคร', 'ไม่มีข้อมูล', 'ไม่มีอะไร', 'ไม่มีเพิ่มเติม', 'ไม่ระบุ'],
  ...['none', 'nothing', 'nobody', 'noone', 'nil', 'n/a', 'na', 'notapplicable'],
]);
const DASHES = /^[\p{Pd}\u2212]+$/u;
const NO_PHONE =
  /^(?:ยัง)?ไม่มี(?:(?:เบอร์|หมายเลข)(?:โทรศัพท์|โทร|มือถือ)?|โทรศัพท์|โทร|มือถือ)(?:มือถือ)?(?:เลย)?$|^(?:no|without|donothavea|don'?thavea)(?:(?:tele|mobile)?phone|mobile)(?:number)?$/;

/** Whether a text says that there is nothing to tell: `ไม่มี`, `-`, `none`. */
export const saysNone = (text: string): boolean => NONE.has(wordKey(text)) || DASHES.test(bare(text));

/** Whether a text says that there is no telephone. */
export const saysNoPhone = (text: string): boolean => saysNone(text) || NO_PHONE.test(wordKey(text));

/** Whether a text is marks alone, which say nothing. */
export const isMarksOnly = (text: string): boolean => !/[\p{L}\p{N}]/u.test(bare(text));
