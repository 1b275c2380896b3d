import { features } from '../../src/features/index.ts';
import { duesOf } from '../../src/kernel/dues.ts';

/** What is due in the product. */
export const dues = duesOf(features);
