import { mongo } from 'mongoose';
import { endOf } from './duplicates.ts';

/** Failures of the way to the database, as the driver names them. Two of its classes are not public. */
const broken = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoServerSelectionError',
  'MongoOperationTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoServerClosedError',
  'MongoClientClosedError',
  'MongoStalePrimaryError',
]);

/** What a server answers that cannot serve at present. */
const unavailable = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  50, // MaxTimeMSExpired
  64, // WriteConcernTimeout
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern
  133, // FailedToSatisfyReadPreference
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10058, // not primary, in old words
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
  14031, // OutOfDiskSpace
]);

const passing = [
  mongo.MongoErrorLabel.RetryableWriteError,
  mongo.MongoErrorLabel.TransientTransactionError,
  mongo.MongoErrorLabel.ResumableChangeStreamError,
  mongo.MongoErrorLabel.SystemOverloadedError,
];

/** Whether the database failed, and not the program: the same will work once the database is back. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof mongo.MongoError)) return false;
  if (broken.has(error.name) || error instanceof mongo.MongoWriteConcernError) return true;
  if (typeof error.code === 'number' && unavailable.has(error.code)) return true;
  if (error instanceof mongo.MongoBulkWriteError)
    if (error.result.getWriteConcernError() || isOutage(endOf(error))) return true;
  return passing.some((label) => error.hasErrorLabel(label));
}
