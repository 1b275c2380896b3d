import { personsContract } from './contract/persons.ts';
import { openMongoWorld } from './mongoWorld.ts';

personsContract(openMongoWorld);
