import { casesContract } from '../contract/cases.ts';
import { openMongoWorld } from '../mongoWorld.ts';

casesContract(openMongoWorld);
