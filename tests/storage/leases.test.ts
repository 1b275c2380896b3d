import { leasesContract } from './contract/leases.ts';
import { openMongoWorld } from './mongoWorld.ts';

leasesContract(openMongoWorld);
