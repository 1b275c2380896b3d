import { createHash } from 'node:crypto';
import { bareCode, encodeCrockford, readCrockford } from '../crockford.ts';
import type { CenterId } from '../ids.ts';
import { nameKey, plainSpelling } from '../spelling.ts';
import { type Founding, isYearAlone } from './founding.ts';

/** A community fund center (ศูนย์จัดการกองทุนชุมชน) as the registry has it. */
export type Center = {
  readonly id: CenterId;
  /** By what an import knew it first, see `centerKey`; a later name or correction does not change it. */
  readonly key: string;
  readonly name: string;
  readonly province: string;
  readonly district: string;
  readonly subdistrict: string;
  readonly moo: number;
  readonly village: string;
  readonly founded?: Founding;
  readonly chair: { readonly name?: string; readonly phone?: string };
  readonly committeeSize?: number;
  readonly divisions: readonly string[];
  readonly memberFunds: readonly string[];
  /** Whether its household debt work has a budget. */
  readonly budgeted: boolean;
  readonly newCenter: boolean;
  readonly modelCenter: boolean;
  /** How it is run, as the registry words it. */
  readonly operatingModel?: string;
  /** Households whose debt is to be reduced or cleared in a year; absent where it is not known. */
  readonly householdTarget?: number;
};

/** Where a center is and what it is called. */
export type CenterPlace = Pick<Center, 'province' | 'district' | 'subdistrict' | 'moo' | 'village' | 'name'>;

/** The key by which imports know a center: province, district, subdistrict, moo and its name without the title. */
export function centerKey({ province, district, subdistrict, moo, name }: CenterPlace): string {
  return [nameKey(province), nameKey(district), subdistrictKey(subdistrict), moo, centerNameKey(name)].join(
    '/',
  );
}

/** A subdistrict's name without ตำบล or ต. in front. */
export const subdistrictName = (text: string): string => plainSpelling(text).replace(/^(ตำบล|ต\s?\.)\s?/, '');
export const subdistrictKey = (text: string): string => nameKey(subdistrictName(text));

/** A village's name without บ้าน or บ. in front. */
export function villageKey(text: string): string {
  const spelled = plainSpelling(text);
  return nameKey(spelled.replace(/^(บ้าน|บ\s?\.)/, '')) || nameKey(spelled);
}

/** What stands before the name: the present title, its abbreviation, the title before 2561 (2018). */
const title = /^(?:[\s(]*(?:ศูนย์จัดการกองทุนชุมชน|ศ\s?\.?\s?จ\s?\.?\s?ก\s?\.?|สถาบันการจัดการเงินทุนชุมชน)[\s)]*)+/;

/** The name without the center's title and without บ้าน. */
export const centerNameKey = (text: string): string =>
  villageKey(plainSpelling(text).replace(title, '')) || nameKey(text);

/** Centers founded from fiscal year 2551 to the end of the year 2560 are the ones with household debt work. */
const targetedSince = '2007-10-01';
const targetedUntil = '2017-12-31';

/**
 * The household target where the registry states none: 5 for a center founded from 2551 to 2560, 0 for a later one,
 * which is only graded. It is not known without a founding date, nor of a budgeted center, which has its own number.
 */
export function defaultHouseholdTarget(founded: Founding | undefined, budgeted: boolean): number | undefined {
  if (founded === undefined || budgeted) return undefined;
  const day = isYearAlone(founded) ? `${founded}-01-01` : founded;
  return day >= targetedSince && day <= targetedUntil ? 5 : 0;
}

/** The printed id that belongs to a key. */
export function centerId(key: string): CenterId {
  const hash = createHash('sha256').update(key).digest();
  return brand(`C${encodeCrockford(hash, 6)}`);
}

/** Reads a printed id as people type it. */
export function readCenterId(text: string): CenterId | undefined {
  const [, typed] = /^C([0-9A-Z]{6})$/.exec(bareCode(text)) ?? [];
  const symbols = typed === undefined ? undefined : readCrockford(typed);
  return symbols === undefined ? undefined : brand(`C${symbols}`);
}

const brand = (text: string): CenterId => text as CenterId;
