import { type OpenParts, openFeatures } from '../../src/app/effects.ts';
import type { Line, Perform } from '../../src/app/ports.ts';
import { legalLimits } from '../../src/features/household/rules/contract.ts';
import { features } from '../../src/features/index.ts';
import type { Parts } from '../../src/kernel/effects.ts';
import type { Readers } from '../../src/kernel/reads.ts';
import type { Kept } from '../../src/kernel/store.ts';
import { nobodySends } from './announcing.ts';
import { dues } from './dues.ts';

export type Announcing = Pick<Parts, 'pushes' | 'year' | 'clock' | 'quiet'> & Pick<OpenParts, 'wake'>;

type PerformParts = Pick<Parts, 'entropy' | 'debtLimits'> & {
  readonly store: Kept;
  readonly line: Pick<Line, 'profile'>;
  readonly announcing: Announcing;
};

const botId = async () => '@000trial';

/** What the features perform on a store. */
export const createPerform = ({ line, announcing, ...parts }: PerformParts): Perform =>
  openFeatures(features, { ...parts, ...announcing, dues, profile: line.profile, botId }).perform;

/** What the features read of a store; what holds until a day is read by that clock. */
export const createReaders = (store: Kept, now: () => Date = () => new Date(0)): Readers => {
  const parts: OpenParts = {
    store,
    profile: async () => undefined,
    botId,
    entropy: () => new Uint8Array(32),
    debtLimits: legalLimits,
    dues,
    ...nobodySends(now),
  };
  return openFeatures(features, parts).readers as Readers;
};
