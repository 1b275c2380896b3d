import type { Duty } from '../../programme/duty/duty.ts';
import { caseIdOf } from '../../programme/report/case.ts';
import { unitId } from '../../programme/report/unit.ts';
import type { Context } from '../flow.ts';
import { openReport, waitingReports } from '../report/openReport.ts';
import type { Start } from './kind.ts';

/** Where a duty is taken up: what waits for a signature on the report's own card, several together in their list. */
export function startOf(
  duty: Duty,
  { features: { dues, reports } }: Pick<Context, 'features'>,
): Start | undefined {
  if (!duty.step.chain) return dues.find(({ id }) => id === duty.kind)?.duty?.start(duty);
  const form = reports.get(duty.kind)?.rules.form;
  if (form === undefined) return waitingReports;
  const { year, part } = duty;
  return openReport(caseIdOf(unitId(duty.unit), form, part === undefined ? { year } : { year, part }));
}
