import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { isOutage } from '../db/outage.ts';
import { LocalMongodProblem } from './problem.ts';

type Admin = mongoose.mongo.Db;
const { MongoClient, MongoServerError } = mongoose.mongo;

/** Loopback only: the local MongoDB knows no passwords. */
export const ip = '127.0.0.1';
export const setName = 'fundline';
const pollMs = 20;

/** The database `fundline` of the local replica set. */
export const localUri = (port: number): string => `mongodb://${ip}:${port}/fundline?replicaSet=${setName}`;

/** Makes the mongod at this port a replica set of its own and waits until it can be written to. */
export async function becomePrimary(port: number, patience: number): Promise<void> {
  const host = `${ip}:${port}`;
  const client = new MongoClient(`mongodb://${host}`, { directConnection: true });
  const admin = client.db('admin');
  const end = performance.now() + patience;
  try {
    await untilDone(end, host, async () => {
      await joinSet(admin, host);
      return true;
    });
    await untilDone(end, host, async () => (await admin.command({ hello: 1 })).isWritablePrimary === true);
  } finally {
    await client.close();
  }
}

/** Tries until it is done. A member whose state changes closes the connections of those who ask. */
async function untilDone(end: number, host: string, isDone: () => Promise<boolean>): Promise<void> {
  for (;;) {
    try {
      if (await isDone()) return;
    } catch (error) {
      if (!isOutage(error) || performance.now() > end) throw error;
    }
    if (performance.now() > end)
      throw new LocalMongodProblem(`the replica set at ${host} elected no primary`);
    await sleep(pollMs);
  }
}

async function joinSet(admin: Admin, host: string): Promise<void> {
  try {
    await admin.command({ replSetInitiate: { _id: setName, members: [{ _id: 0, host }] } });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.codeName !== 'AlreadyInitialized') throw error;
    await moveSet(admin, host);
  }
}

/**
 * Kept data remember host and port, and at another port the set would never elect itself. This takes half a minute
 * where a program at the old port takes calls and says nothing: so long mongod looks for itself there.
 */
async function moveSet(admin: Admin, host: string): Promise<void> {
  const { config } = await admin.command({ replSetGetConfig: 1 });
  const [member] = config.members;
  if (member.host === host) return;
  const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] };
  await admin.command({ replSetReconfig: moved, force: true });
}

/** Whether the local replica set at this port answers. */
export async function answers(port: number, patience: number): Promise<boolean> {
  const client = new MongoClient(localUri(port), { serverSelectionTimeoutMS: patience });
  try {
    await client.db('admin').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
