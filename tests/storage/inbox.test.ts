import { inboxContract } from './contract/inbox.ts';
import { openMongoWorld } from './mongoWorld.ts';

inboxContract(openMongoWorld);
