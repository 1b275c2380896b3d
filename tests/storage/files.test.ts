import { filesContract } from './contract/files.ts';
import { openMongoWorld } from './mongoWorld.ts';

filesContract(openMongoWorld);
