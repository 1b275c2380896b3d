import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { reportName } from '../../kernel/due.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Option, type Text, t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import type { DutyCount } from '../../programme/duty/dutyCount.ts';
import { areasFor } from '../../programme/people/actor.ts';
import { seeReminders } from './deeds.ts';
import type { TracedReminder } from './tracedReminder.ts';

const pageSize = 10;

/** From 0, as the button "more" names it. */
export function pageOf(call: Call): number {
  const page = call.kind === 'act' ? Number(call.value ?? 0) : 0;
  return Number.isInteger(page) && page > 0 ? page : 0;
}

/** `ประวัติการแจ้งเตือน`: what was planned to be told to whom, the newest first, and what became of it. */
export function history(person: Person, page: number, context: Context): Turn {
  const areas = areasFor(person.bindings, seeReminders);
  if (areas.length === 0) return notAllowed(person, t('remind:who'));
  // One more than the page shows tells whether there is another.
  const limit = (page + 1) * pageSize + 1;
  return ask({ reminders: read('remindersIn', areas, limit) }, ({ reminders }) =>
    pageShown(person, page, areas, reminders, context),
  );
}

function pageShown(
  person: Person,
  page: number,
  areas: readonly Scope[],
  reminders: readonly TracedReminder[],
  context: Context,
): Decision {
  const shown = reminders.slice(page * pageSize, (page + 1) * pageSize);
  const more: Option = {
    label: t('common:more'),
    tap: { kind: 'act', flow: 'remind', act: 'history', value: String(page + 1) },
  };
  const blocks: readonly Block[] =
    shown.length > 0
      ? shown.map((one) => ({ kind: 'text', text: lineOf(one, context) }))
      : [{ kind: 'text', text: t('remind:noHistory') }];
  const hasMore = reminders.length > (page + 1) * pageSize;
  return {
    person: withoutPrompt(person),
    reply: {
      messages: [
        { kind: 'card', card: { heading: t('remind:history'), blocks, buttons: hasMore ? [more] : [] } },
      ],
      options: [...(hasMore ? [more] : []), toMenu],
    },
    audits: areas.map((scope) => ({ did: 'sawReminders', record: scopeKey(scope), scope })),
  };
}

function lineOf({ reminder, name, role }: TracedReminder, { features: { dues } }: Context): Text {
  const { at, job, state, why, about } = reminder;
  const did = t(`remind:job.${job}`);
  // A kind of then may not be there any more.
  const known = about?.filter(({ kind }) => dues.some(({ id }) => id === kind));
  const otherwise = role ? bindingText(role) : t('remind:somebody');
  return t('remind:historyLine', {
    at: { instant: at },
    who: nameText(name, otherwise),
    what: known ? t('remind:jobAbout', { job: did, about: known.map(subjectOf) }) : did,
    became: why ? t(`remind:why.${state}`, { why: t(`remind:reason.${why}`) }) : t(`remind:state.${state}`),
  });
}

const subjectOf = ({ kind, count }: DutyCount): Text =>
  t('remind:subject', { report: reportName(kind), count });
