import type { Duty } from '../../programme/duty/duty.ts';
import type { Tap } from '../reply.ts';

export type Start = Extract<Tap, { kind: 'act' }>;

/** Where a duty is taken up; nowhere what waits for a signature, as long as reports are not certified by message. */
export function startOf({ kind, about, step: { act } }: Duty): Start | undefined {
  if (about.kind !== 'center' || act === 'acknowledge' || act === 'certify') return undefined;
  const { center } = about;
  switch (kind) {
    case 'registry':
      return { kind: 'act', flow: 'registry', act: 'choose', value: center };
    case 'assessment':
      return { kind: 'act', flow: 'assess', act: 'choose', value: center };
    case 'debt1':
    case 'debt2':
      return { kind: 'act', flow: 'household', act: 'center', value: `${center}/` };
    default:
      return undefined;
  }
}
