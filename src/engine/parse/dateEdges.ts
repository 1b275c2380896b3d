import { candidatesOf, mapReading, readingOf, unsure } from './candidates.ts';
import { dateTokens } from './dateTokens.ts';
import { daysAfter, isoDay, yearOf } from './isoDay.ts';
import { readNumber } from './number.ts';
import { type Reading, read, unreadable } from './reading.ts';
import { readYear } from './year.ts';

/** What happened lies in the past, what is planned in the future; today is in both. */
export type Towards = 'past' | 'future';

/** A fiscal year ends with September, a year with December. */
const LAST_OF_FISCAL = 9;
const LAST_OF_YEAR = 12;
const FIFTEENTH = 15;

/** Before what ends; `ก่อน` says no day. */
const LEAD = /^(?:(?<loose>ก่อน|before )|(?:ภายใน|ไม่เกิน|จนถึง|ถึง|เมื่อ|ใน|by |until |within |at |on )) ?/;
const EDGE =
  /^(?:ช่วง)?(?:(?<end>สิ้นสุด|สิ้น|วันสุดท้ายของ|(?:the )?(?:end|last day)(?: of)?)|(?<late>ปลาย|late(?: in)?)|(?<middle>กลาง|(?:the )?(?:middle of|mid))|(?<early>ต้น|(?:the )?(?:beginning|start) of|early(?: in)?))[ -]?/;

type Edge = 'end' | 'late' | 'middle' | 'early';

/** A month of a year, and which of its days is meant. */
type Place = { readonly year: number; readonly month: number };

/** The last day of a month. */
const endOf = ({ year, month }: Place): string =>
  daysAfter(`${plusMonths({ year, month }, 1).year}-${two(plusMonths({ year, month }, 1).month)}-01`, -1);
const two = (number: number): string => String(number).padStart(2, '0');

function plusMonths({ year, month }: Place, months: number): Place {
  const all = year * 12 + (month - 1) + months;
  return { year: Math.floor(all / 12), month: (all % 12) + 1 };
}

const monthOf = (day: string): Place => ({ year: yearOf(day), month: Number(day.slice(5, 7)) });

function dayAt(place: Place, edge: Edge): string {
  if (edge === 'end' || edge === 'late') return endOf(place);
  return `${place.year}-${two(place.month)}-${edge === 'middle' ? FIFTEENTH : '01'}`;
}

/**
 * Reads an end of a month or year: `สิ้นเดือนกันยายน`, `สิ้นเดือนหน้า`, `ภายในสิ้นปีงบประมาณ`. What says its day only
 * vaguely, such as `ปลายเดือนหน้า`, is asked about.
 */
export function readEdge(line: string, today: string, towards: Towards): Reading<string> {
  const lead = LEAD.exec(line);
  const rest = line.slice(lead?.[0].length ?? 0);
  const found = EDGE.exec(rest);
  const isLoose = lead?.groups?.loose !== undefined;
  if (found) {
    const { end, late, middle } = found.groups ?? {};
    const edge =
      end !== undefined ? 'end' : late !== undefined ? 'late' : middle !== undefined ? 'middle' : 'early';
    const reading = edgeIn(rest.slice(found[0].length).trim(), edge, today, towards);
    return edge === 'end' && !isLoose ? reading : unsure(reading);
  }
  // A month ends what is planned; without its year it does so most likely.
  const month = towards === 'future' ? edgeIn(rest, 'end', today, towards, false) : unreadable;
  return /\d/.test(rest) && !isLoose ? month : unsure(month);
}

const THIS_YEAR = /^(?:นี้|ปีนี้|this)$/;

function edgeIn(
  words: string,
  edge: Edge,
  today: string,
  towards: Towards,
  mayBeYear = true,
): Reading<string> {
  const year = mayBeYear ? ofYear(words, edge, today, towards) : unreadable;
  return year.kind === 'unreadable' ? ofMonth(words, edge, today, towards, mayBeYear) : year;
}

const FISCAL = /^(?:(?:the )?(?:this |next |last )?fiscal year|ปีงบประมาณ|ปีงบ) ?(?:พ\.ศ\. ?)?(?<which>.*)$/;
const CALENDAR = /^(?:(?:the |this |next |last )?year|ปี) ?(?:พ\.ศ\. ?)?(?<which>.*)$/;
const NEXT = /^(?:หน้า|ถัดไป)$/;
const LAST = /^(?:ที่แล้ว|ก่อน|ที่ผ่านมา)$/;

/** Of a year, which is a fiscal one or, where it is not said, may be either. */
function ofYear(words: string, edge: Edge, today: string, towards: Towards): Reading<string> {
  const fiscal = FISCAL.exec(words);
  const found = fiscal ?? CALENDAR.exec(words);
  if (!found || (edge !== 'end' && edge !== 'late')) return unreadable;
  const which = whichYear(words, found.groups?.which ?? '');
  const ofFiscal = yearEnds(LAST_OF_FISCAL, which, today, towards);
  if (fiscal) return ofFiscal;
  const either = [...candidatesOf(yearEnds(LAST_OF_YEAR, which, today, towards)), ...candidatesOf(ofFiscal)];
  return readingOf(either, false);
}

const whichYear = (words: string, which: string): string => {
  if (/(?:^|\s)next /.test(words)) return 'หน้า';
  if (/(?:^|\s)last /.test(words)) return 'ที่แล้ว';
  return /(?:^|\s)this /.test(words) ? 'นี้' : which.trim();
};

function yearEnds(month: number, which: string, today: string, towards: Towards): Reading<string> {
  const coming = nearestEnd(month, today, 'future');
  if (which === '') return read(towards === 'past' ? nearestEnd(month, today, 'past') : coming);
  if (THIS_YEAR.test(which)) return read(coming);
  const away = NEXT.test(which) ? 1 : LAST.test(which) ? -1 : undefined;
  if (away !== undefined) return read(endOf({ year: yearOf(coming) + away, month }));
  if (!/^\d+$/.test(which)) return unreadable;
  return mapReading(readYear(which, undefined, yearOf(today)), (year) => endOf({ year, month }));
}

/** The last end of this month until today, or the coming one. */
function nearestEnd(month: number, today: string, towards: Towards, edge: Edge = 'end'): string {
  const year = yearOf(today);
  const step = towards === 'past' ? -1 : 1;
  const here = dayAt({ year, month }, edge);
  const isThere = towards === 'past' ? here <= today : here >= today;
  return isThere ? here : dayAt({ year: year + step, month }, edge);
}

const MONTH = /^(?:(?:the |this |next |last )?month|เดือน) ?(?<which>.*)$/;

/** Of a month: by its name, with its year or the nearest one, or beside this one. */
function ofMonth(
  words: string,
  edge: Edge,
  today: string,
  towards: Towards,
  mayBeThis: boolean,
): Reading<string> {
  const here = monthOf(today);
  const found = MONTH.exec(words);
  if (found) {
    const which = whichYear(words, found.groups?.which ?? '');
    if (which === '' && mayBeThis) {
      const back = towards === 'past' && dayAt(here, edge) > today ? -1 : 0;
      return unsure(read(dayAt(plusMonths(here, back), edge)));
    }
    if (THIS_YEAR.test(which)) return read(dayAt(here, edge));
    if (NEXT.test(which)) return read(dayAt(plusMonths(here, 1), edge));
    if (LAST.test(which)) return read(dayAt(plusMonths(here, -1), edge));
  }
  return ofNamed(words, edge, today, towards);
}

function ofNamed(words: string, edge: Edge, today: string, towards: Towards): Reading<string> {
  const tokens = dateTokens(words);
  if (!tokens || !/^m(?:f|ef|fe|a)?$/.test(tokens.map(({ kind }) => kind[0]).join(''))) return unreadable;
  const month = tokens.find((token) => token.kind === 'month')?.month ?? 0;
  const year = tokens.find((token) => token.kind === 'figure')?.text;
  const era = tokens.find((token) => token.kind === 'era')?.era;
  const away = tokens.find((token) => token.kind === 'away');
  const now = yearOf(today);
  if (year !== undefined)
    return mapReading(readYear(year, era, now), (each) => dayAt({ year: each, month }, edge));
  if (away !== undefined) return readingOf([dayAt({ year: now + away.years, month }, edge)], !away.loosely);
  return read(nearestEnd(month, today, towards, edge));
}

/** `ภายใน 3 เดือน`, `อีก 2 สัปดาห์`, `within 10 days`: days are counted, longer times are asked about. */
const SPAN =
  /^(?:ภายใน|ไม่เกิน|อีก|ใน|within|in) ?(?:ระยะเวลา|เวลา|the next )? ?(?<count>.+?) ?(?:(?<days>วัน|days?)|(?<weeks>สัปดาห์|อาทิตย์|weeks?)|(?<months>เดือน|months?)|(?<years>ปี|years?))(?: ?(?:ข้างหน้า|นับจากนี้|นับจากวันนี้|from now|from today))?$/;
const MOST_MONTHS = 600;

/** The day that a time from today on ends with, of what is planned. */
export function readSpan(line: string, today: string): Reading<string> {
  const { count = '', days, weeks, months } = SPAN.exec(line)?.groups ?? {};
  const number = readNumber(count);
  if (number.kind !== 'read' || number.value <= 0) return unreadable;
  const { value } = number;
  if (days !== undefined || weeks !== undefined) {
    const away = value * (days === undefined ? 7 : 1);
    if (!Number.isInteger(value) || away >= 366) return unreadable;
    return readingOf([daysAfter(today, away)], days !== undefined);
  }
  const away = value * (months === undefined ? 12 : 1);
  return Number.isInteger(away) && away <= MOST_MONTHS ? unsure(read(monthsAfter(today, away))) : unreadable;
}

/** The same day of a later month, or the last that it has. */
function monthsAfter(today: string, months: number): string {
  const { year, month } = plusMonths(monthOf(today), months);
  return isoDay(year, month, Number(today.slice(8))) ?? endOf({ year, month });
}
