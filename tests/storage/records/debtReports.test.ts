import { debtReportsContract } from '../contract/debtReports.ts';
import { openMongoWorld } from '../mongoWorld.ts';

debtReportsContract(openMongoWorld);
