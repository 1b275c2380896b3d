import type { Flow } from '../kernel/flow.ts';
import { formFlow } from '../kernel/form/index.ts';
import type { FlowId } from '../kernel/reply.ts';
import { navigating } from '../kernel/route/navigate.ts';
import { announceFlow } from './announce/index.ts';
import { assessFlow } from './assessment/index.ts';
import { clockFlow } from './clock/index.ts';
import { deadlineFlow } from './deadline/index.ts';
import { helpFlow } from './help/index.ts';
import { householdFlow } from './household/index.ts';
import { inviteFlow } from './invite/index.ts';
import { levelFlow } from './level/index.ts';
import { menuFlow } from './menu/index.ts';
import { peopleFlow } from './people/index.ts';
import { planFlow } from './plan/index.ts';
import { receiptFlow } from './receipt/index.ts';
import { registryFlow } from './registry/index.ts';
import { remindFlow } from './remind/index.ts';
import { strayFlow } from './stray/index.ts';
import { summaryFlow } from './summary/index.ts';
import { tasksFlow } from './tasks/index.ts';

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
