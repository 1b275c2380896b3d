import { freezesContract } from '../contract/freezes.ts';
import { openMongoWorld } from '../mongoWorld.ts';

freezesContract(openMongoWorld);
