import { features } from '../../src/features/index.ts';
import { storesOf } from '../../src/kernel/stores.ts';

/** What the features of the product keep. */
export const stores = storesOf(features);
