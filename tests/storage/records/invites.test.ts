import { invitesContract } from '../contract/invites.ts';
import { openMongoWorld } from '../mongoWorld.ts';

invitesContract(openMongoWorld);
