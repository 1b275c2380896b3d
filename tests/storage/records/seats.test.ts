import { seatsContract } from '../contract/seats.ts';
import { openMongoWorld } from '../mongoWorld.ts';

seatsContract(openMongoWorld);
