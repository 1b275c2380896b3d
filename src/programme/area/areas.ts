import { closest } from 'fastest-levenshtein';
import type { CenterId } from '../ids.ts';
import { nameKey, plainSpelling } from '../spelling.ts';
import { districtsByProvince } from './areaNames.ts';

/** An area of the programme, and so the scope of a person: the nation, a province, a district or one center. */
export type Scope =
  | { readonly kind: 'nation' }
  | { readonly kind: 'province'; readonly province: string }
  | { readonly kind: 'district'; readonly province: string; readonly district: string }
  | {
      readonly kind: 'center';
      readonly province: string;
      readonly district: string;
      readonly center: CenterId;
    };

/** The names from the nation down to the area. */
function path(area: Scope): readonly string[] {
  switch (area.kind) {
    case 'nation':
      return [];
    case 'province':
      return [area.province];
    case 'district':
      return [area.province, area.district];
    case 'center':
      return [area.province, area.district, area.center];
    default:
      return area satisfies never;
  }
}

/** An area in one word, for ids. */
export const scopeKey = (area: Scope): string => path(area).join('/');

/** Whether the inner area is the outer one or lies within it. */
export function covers(outer: Scope, inner: Scope): boolean {
  const within = path(inner);
  return path(outer).every((name, depth) => within[depth] === name);
}

/** The area of a kind that an area lies in, or the area itself where that is larger. */
export function areaAround(area: Scope, kind: Scope['kind']): Scope {
  if (kind === 'nation' || area.kind === 'nation') return { kind: 'nation' };
  const { province } = area;
  switch (kind) {
    case 'province':
      return { kind, province };
    case 'district':
      return area.kind === 'center' ? { kind, province, district: area.district } : area;
    case 'center':
      return area;
    default:
      return kind satisfies never;
  }
}

/** The 76 provinces. */
export const provinces: readonly string[] = [...districtsByProvince.keys()];

/** The districts of a province; none for a name that is not a province. */
export const districtsOf = (province: string): readonly string[] => districtsByProvince.get(province) ?? [];

type Names = ReadonlyMap<string, string>;
const byKey = (names: Iterable<string>): Names => new Map(Array.from(names, (name) => [nameKey(name), name]));
const noNames: Names = new Map();
const provinceNames = byKey(provinces);
const districtNames = new Map(provinces.map((province) => [province, byKey(districtsOf(province))]));

/** A name as the registry spells it, or the known name that is nearest to what was written. */
export type FoundName =
  | { readonly kind: 'found'; readonly name: string }
  | { readonly kind: 'unknown'; readonly nearest: string };

/** What people write for a province besides its name. */
const provinceNicknames: ReadonlyMap<string, string> = new Map([
  ['อยุธยา', 'พระนครศรีอยุธยา'],
  ['โคราช', 'นครราชสีมา'],
]);

/** Reads a province's name, with or without จังหวัด or จ. in front. */
export function findProvince(text: string): FoundName {
  const written = plainSpelling(text).replace(/^(จังหวัด|จ\s?\.)/, '');
  return findName(provinceNicknames.get(nameKey(written)) ?? written, provinceNames);
}

/** Reads the name of a district of a province, with or without อำเภอ or อ. in front; เมือง alone is the capital's. */
export function findDistrict(province: string, text: string): FoundName {
  const written = plainSpelling(text).replace(/^(กิ่ง\s?)?(อำเภอ|อ\s?\.)/, '');
  const capital = capitalOf(province);
  const key = nameKey(written).replace(/ฯ$/, '');
  if (capital !== undefined && (key === 'เมือง' || key === nameKey(`เมือง${province}`))) {
    return { kind: 'found', name: capital };
  }
  return findName(written, districtNames.get(province) ?? noNames);
}

/** The capital's district is named เมือง and the province; only Ayutthaya's has the province's name itself. */
function capitalOf(province: string): string | undefined {
  return districtsOf(province).find((name) => name === `เมือง${province}` || name === province);
}

/** Names are often written with one mark of a silent letter less or more: จตุรพักตรพิมาน. */
function onlySilentLetters(key: string, names: Names): string | undefined {
  const plain = (text: string) => text.replaceAll('์', '');
  const [only, ...others] = [...names].filter(([known]) => plain(known) === plain(key));
  return others.length === 0 ? only?.[1] : undefined;
}

function findName(text: string, names: Names): FoundName {
  const key = nameKey(text);
  const name = names.get(key) ?? onlySilentLetters(key, names);
  if (name !== undefined) return { kind: 'found', name };
  // A name cut short is far from the whole one in letters, so what holds it comes first.
  const whole = [...names].filter(([known]) => key.length >= 3 && known.includes(key));
  const candidates = whole.length > 0 ? whole : [...names];
  const nearest = closest(
    key,
    candidates.map(([known]) => known),
  );
  return { kind: 'unknown', nearest: names.get(nearest) ?? '' };
}
