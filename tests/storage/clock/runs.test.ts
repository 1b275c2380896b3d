import { runsContract } from '../contract/runs.ts';
import { openMongoWorld } from '../mongoWorld.ts';

runsContract(openMongoWorld);
