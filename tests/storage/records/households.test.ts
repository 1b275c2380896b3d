import { householdsContract } from '../contract/households.ts';
import { openMongoWorld } from '../mongoWorld.ts';

householdsContract(openMongoWorld);
