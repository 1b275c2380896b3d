import { findDistrict, findProvince } from '../programme/area/areas.ts';
import type { DeadlineArea } from '../programme/deadline/deadline.ts';
import { OperatorProblem } from './problem.ts';

export type AreaOptions = { readonly province?: string; readonly district?: string };

/** The nation, or the province or district that was named. */
export function areaOf({ province: written, district }: AreaOptions): DeadlineArea {
  if (written === undefined) {
    if (district === undefined) return { kind: 'nation' };
    throw new OperatorProblem(
      '--district needs --province: districts of several provinces have the same name.',
    );
  }
  const province = findProvince(written);
  if (province.kind === 'unknown')
    throw new OperatorProblem(`There is no province ${written}. Did you mean ${province.nearest}?`);
  if (district === undefined) return { kind: 'province', province: province.name };
  const found = findDistrict(province.name, district);
  if (found.kind === 'found') return { kind: 'district', province: province.name, district: found.name };
  throw new OperatorProblem(
    `There is no district ${district} in ${province.name}. Did you mean ${found.nearest}?`,
  );
}
