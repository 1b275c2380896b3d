import { yearsContract } from './contract/years.ts';
import { openMongoWorld } from './mongoWorld.ts';

yearsContract(openMongoWorld);
