import { documentKinds } from '../kernel/document/kinds.ts';
import type { Done, Effects, Job, Parts, Performers } from '../kernel/effects.ts';
import type { Feature } from '../kernel/feature.ts';
import { findForms } from '../kernel/forms.ts';
import type { IntentOf } from '../kernel/intent.ts';
import type { Readers } from '../kernel/reads.ts';
import { reportKinds } from '../kernel/report/kind.ts';
import type { Intents } from '../kernel/terms.ts';
import type { Worker, WorkerParts } from '../kernel/worker.ts';
import type { Perform } from './ports.ts';

export type OpenFeatures = {
  readonly readers: Partial<Readers>;
  readonly perform: Perform;
  /** By the ids of the features. */
  readonly workers: (parts: WorkerParts) => ReadonlyMap<string, Worker>;
};

export type OpenParts = Omit<Parts, 'wake' | 'reports' | 'forms' | 'documents'> & {
  readonly wake: (feature: string, id: string) => void;
};

/** What all features read and perform; what two of them claim is an error. */
export function openFeatures(features: readonly Feature[], { wake, ...given }: OpenParts): OpenFeatures {
  const parts = {
    ...given,
    reports: reportKinds(features),
    documents: documentKinds(features),
    forms: findForms(features),
  };
  const opened = features.flatMap(({ id, open }) =>
    open ? [{ id, effects: open({ ...parts, wake: (what) => wake(id, what) }) }] : [],
  );
  const performers = joined(opened, ({ performers: own = {} }): Performers => own);
  return {
    readers: joined(opened, ({ readers = {} }) => readers),
    perform: (job) => performed(performers, job, job.intent),
    workers: (of) =>
      new Map(opened.flatMap(({ id, effects: { worker } }) => (worker ? [[id, worker(of)] as const] : []))),
  };
}

type Opened = { readonly id: string; readonly effects: Effects };

function joined<T extends object>(opened: readonly Opened[], of: (effects: Effects) => T): T {
  const owners = new Map<string, string>();
  for (const { id, effects } of opened)
    for (const name of Object.keys(of(effects))) {
      const other = owners.get(name);
      if (other !== undefined) throw new Error(`both ${other} and ${id} claim ${name}`);
      owners.set(name, id);
    }
  return Object.assign({}, ...opened.map(({ effects }) => of(effects)));
}

function performed<K extends keyof Intents>(
  performers: Performers,
  job: Job,
  intent: IntentOf<K>,
): Promise<Done> {
  const perform: Performers[K] = performers[intent.kind];
  if (!perform) throw new Error(`no feature performs ${intent.kind}`);
  return perform(job, intent);
}
