import { standingsContract } from './contract/standings.ts';
import { openMongoWorld } from './mongoWorld.ts';

standingsContract(openMongoWorld);
