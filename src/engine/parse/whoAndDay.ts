import { clean } from './clean.ts';
import { saysDay } from './date.ts';
import { withoutParticles } from './particles.ts';

/** Somebody and until when, as one text says them; the words of the day may be none that can be read. */
export type WhoAndDay = { readonly who: string; readonly day: string };

/** Before a day until which something is done. */
const until =
  /^(?:ให้แล้วเสร็จ|แล้วเสร็จ|เสร็จ)?\s*(?:ภายใน|ก่อน|ไม่เกิน|by|before|within|until)\s*(?:วันที่|วัน)?\s*(?=\S)/i;
/** The same behind a name without a space. */
const glued = /^(.+?)\s*(?:ภายใน|ก่อน|ไม่เกิน)\s*(?:วันที่|วัน)?\s*(\S.*)$/;
/** Without those words two figures may be a house or a village (หมู่ 5/6): a month in letters or a year makes a day of them. */
const isSure = /\p{L}|\d\D+\d\D+\d/u;
/** What a day that cannot be read still has: a figure, or a word of the calendar. */
const timely = /\d|เดือน|สิ้น|ปลาย|ต้น|month|year|week|สัปดาห์|ปี/i;

/** `ประธาน ภายใน 30 ก.ย. 65`, `ประธาน 30 ก.ย. 65`: who carries something out, and the words of a day behind it. */
export function readWhoAndDay(text: string): WhoAndDay | undefined {
  const line = withoutParticles(clean(text).replace(/\s+/g, ' ').trim());
  if (saysDay(line)) return undefined;
  const words = line.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const who = nameOf(words.slice(0, at).join(' '));
    const rest = words.slice(at).join(' ');
    const day = rest.replace(until, '');
    const isLed = day !== rest;
    if (saysDay(day) && (isLed || isSure.test(day))) return { who, day };
    // Until something that no calendar has is no part of a name.
    if (isLed && timely.test(day)) return { who, day };
  }
  const [, who, day] = glued.exec(line) ?? [];
  return who !== undefined && day !== undefined && saysDay(day) ? { who: nameOf(who), day } : undefined;
}

const nameOf = (words: string): string =>
  words.replace(/(?<=\S)\s*(?:ภายใน|ก่อน|ไม่เกิน)(?:วันที่)?$/, '').replace(/[\s,;:–-]+$/, '');
