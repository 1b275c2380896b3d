import type { Scope } from '../../domain/area/areas.ts';
import type { FiscalYear } from '../../domain/ids.ts';
import { areaPath } from '../area/path.ts';
import type { Audit } from '../flow.ts';

/** Somebody was shown the figures of an area, asked for or by the clock. */
export const sawSummary = (area: Scope, year: FiscalYear): Audit => ({
  did: 'sawSummary',
  record: `summary:${areaPath(area)}:${year}`,
  scope: area,
});
