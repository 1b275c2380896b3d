import { centersContract } from '../contract/centers.ts';
import { openMongoWorld } from '../mongoWorld.ts';

centersContract(openMongoWorld);
