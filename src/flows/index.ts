import { announceFlow } from './announce/index.ts';
import { assessFlow } from './assess/index.ts';
import { clockFlow } from './clock/index.ts';
import { deadlineFlow } from './deadline/index.ts';
import type { Flow } from './flow.ts';
import { formFlow } from './form/index.ts';
import { helpFlow } from './help.ts';
import { householdFlow } from './household/index.ts';
import { inviteFlow } from './invite/index.ts';
import { levelFlow } from './level/index.ts';
import { menuFlow } from './menu.ts';
import { peopleFlow } from './people/index.ts';
import { planFlow } from './plan/index.ts';
import { receiptFlow } from './receipt.ts';
import { registryFlow } from './registry/index.ts';
import { remindFlow } from './remind/index.ts';
import type { FlowId } from './reply.ts';
import { navigating } from './route/navigate.ts';
import { strayFlow } from './stray/index.ts';
import { summaryFlow } from './summary/index.ts';
import { tasksFlow } from './tasks.ts';

const own = {
  people: peopleFlow,
  menu: menuFlow,
  help: helpFlow,
  tasks: tasksFlow,
  clock: clockFlow,
  assess: assessFlow,
  household: householdFlow,
  registry: registryFlow,
  level: levelFlow,
  summary: summaryFlow,
  deadline: deadlineFlow,
  plan: planFlow,
  receipt: receiptFlow,
  announce: announceFlow,
  remind: remindFlow,
  invite: inviteFlow,
  stray: strayFlow,
} satisfies { readonly [Id in Exclude<FlowId, 'form'>]: Flow };

/**
 * What the bot can do, all of it. `route` finds the flow of an event, `commands` the flow of a word; a flow's
 * sentences are in `locales/<language>/<flow>.json`, and what several flows say in `common.json`.
 */
export const flows: { readonly [Id in FlowId]: Flow } = { ...own, form: navigating(formFlow, own) };
