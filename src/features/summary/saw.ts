import { areaPath } from '../../kernel/area/path.ts';
import type { Audit } from '../../kernel/decision.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { FiscalYear } from '../../programme/ids.ts';

/** Somebody was shown the figures of an area, asked for or by the clock. */
export const sawSummary = (area: Scope, year: FiscalYear): Audit => ({
  did: 'sawSummary',
  record: `summary:${areaPath(area)}:${year}`,
  scope: area,
});
