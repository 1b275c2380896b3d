import { deadlinesContract } from '../contract/deadlines.ts';
import { openMongoWorld } from '../mongoWorld.ts';

deadlinesContract(openMongoWorld);
