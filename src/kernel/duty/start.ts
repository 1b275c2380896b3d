import { type Duty, isSignature } from '../../programme/duty/duty.ts';
import type { Context } from '../flow.ts';
import type { Start } from './kind.ts';

/** Where a duty is taken up; nowhere what waits for a signature, as long as reports are not certified by message. */
export function startOf(
  duty: Duty,
  { year, features: { dues } }: Pick<Context, 'year' | 'features'>,
): Start | undefined {
  const kind = dues.find(({ id }) => id === duty.kind)?.duty;
  if (!kind || isSignature(duty.step)) return undefined;
  return duty.year === year || kind.worksInOlderYears ? kind.start(duty) : undefined;
}
