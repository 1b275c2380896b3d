import { features } from '../../src/features/index.ts';
import { tellsOf } from '../../src/kernel/tells.ts';

/** Whom the jobs of the product tell. */
export const tells = tellsOf(features);
