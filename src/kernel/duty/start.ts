import { type Duty, isSignature } from '../../programme/duty/duty.ts';
import type { Context } from '../flow.ts';
import type { Start } from './kind.ts';

/** Where a duty is taken up; nowhere what waits for a signature, as long as reports are not certified by message. */
export function startOf(duty: Duty, { features: { dues } }: Pick<Context, 'features'>): Start | undefined {
  const kind = dues.find(({ id }) => id === duty.kind)?.duty;
  return kind && !isSignature(duty.step) ? kind.start(duty) : undefined;
}
