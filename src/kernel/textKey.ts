import type announce from '../../locales/th/announce.json';
import type assess from '../../locales/th/assessment.json';
import type choose from '../../locales/th/choose.json';
import type clock from '../../locales/th/clock.json';
import type commands from '../../locales/th/commands.json';
import type common from '../../locales/th/common.json';
import type deadline from '../../locales/th/deadline.json';
import type deadlineFile from '../../locales/th/deadlineFile.json';
import type duty from '../../locales/th/duty.json';
import type household from '../../locales/th/household.json';
import type invite from '../../locales/th/invite.json';
import type level from '../../locales/th/level.json';
import type menu from '../../locales/th/menu.json';
import type people from '../../locales/th/people.json';
import type plan from '../../locales/th/plan.json';
import type problems from '../../locales/th/problems.json';
import type receipt from '../../locales/th/receipt.json';
import type registry from '../../locales/th/registry.json';
import type registryFile from '../../locales/th/registryFile.json';
import type summary from '../../locales/th/summary.json';
import type tasks from '../../locales/th/tasks.json';

/** One file per flow in `locales/<language>`, so a sentence's key names the file of its flow. */
type Namespaces = {
  announce: typeof announce;
  assess: typeof assess;
  choose: typeof choose;
  commands: typeof commands;
  common: typeof common;
  clock: typeof clock;
  deadline: typeof deadline;
  deadlineFile: typeof deadlineFile;
  duty: typeof duty;
  household: typeof household;
  invite: typeof invite;
  level: typeof level;
  menu: typeof menu;
  people: typeof people;
  plan: typeof plan;
  problems: typeof problems;
  receipt: typeof receipt;
  registry: typeof registry;
  registryFile: typeof registryFile;
  summary: typeof summary;
  tasks: typeof tasks;
};

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** Key of a text. Texts of forms follow form and step ids, and are checked when the forms are. */
export type TextKey =
  | { [N in keyof Namespaces]: `${N}:${Leaves<Namespaces[N]>}` }[keyof Namespaces]
  | `forms:${string}`;
