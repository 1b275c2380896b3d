import type { Feature } from '../kernel/feature.ts';
import { announce } from './announce/index.ts';
import { assessment, level, plan } from './assessment/index.ts';
import { chain } from './chain/index.ts';
import { clock } from './clock/index.ts';
import { deadline } from './deadline/index.ts';
import { deputy } from './deputy/index.ts';
import { document } from './document/index.ts';
import { form } from './form/index.ts';
import { freeze } from './freeze/index.ts';
import { help } from './help/index.ts';
import { household } from './household/index.ts';
import { invite } from './invite/index.ts';
import { menu } from './menu/index.ts';
import { people } from './people/index.ts';
import { receipt } from './receipt/index.ts';
import { registry } from './registry/index.ts';
import { remind } from './remind/index.ts';
import { stray } from './stray/index.ts';
import { summary } from './summary/index.ts';
import { tasks } from './tasks/index.ts';

/**
 * What the bot can do, all of it, one folder a subject; what a feature says is in `locales/<language>/<feature>.json`,
 * what many say in `common.json`. `route` finds whose turn an event is.
 */
export const features: readonly Feature[] = [
  people,
  menu,
  help,
  tasks,
  form,
  assessment,
  household,
  chain,
  deputy,
  freeze,
  level,
  summary,
  deadline,
  plan,
  registry,
  remind,
  announce,
  invite,
  receipt,
  document,
  clock,
  stray,
];
