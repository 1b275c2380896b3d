import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { settled } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Call, Context, Decision, Gathered } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Option, type Text, t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';
import type { Scope } from '../../programme/area/areas.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import type { DutyCount } from '../../programme/duty/dutyCount.ts';
import { capacities } from '../../programme/people/actor.ts';

const pageSize = 10;

/** Where somebody may ask why another was told or not. */
export function historyAreas({ bindings }: Person): readonly Scope[] {
  const scopes = capacities(bindings, 'seeReminders').map(({ scope }) => [scopeKey(scope), scope] as const);
  return [...new Map(scopes).values()];
}

/** From 0, as the button "more" names it. */
export function pageOf(call: Call): number {
  const page = call.kind === 'act' ? Number(call.value ?? 0) : 0;
  return Number.isInteger(page) && page > 0 ? page : 0;
}

/** So many are read for a page: one more than it shows tells whether there is another. */
export const neededFor = (page: number): number => (page + 1) * pageSize + 1;

/** `ประวัติการแจ้งเตือน`: what was planned to be told to whom, the newest first, and what became of it. */
export function history(person: Person, page: number, { gathered }: Context): Decision {
  if (historyAreas(person).length === 0) return notAllowed(person, t('announce:whoReminds'));
  const all = gathered.reminders;
  const shown = all.slice(page * pageSize, (page + 1) * pageSize);
  const more: Option = {
    label: t('common:more'),
    tap: { kind: 'act', flow: 'remind', act: 'history', value: String(page + 1) },
  };
  const blocks: readonly Block[] =
    shown.length > 0
      ? shown.map((one) => ({ kind: 'text', text: lineOf(one) }))
      : [{ kind: 'text', text: t('announce:noHistory') }];
  const hasMore = all.length > (page + 1) * pageSize;
  return {
    person: settled(person),
    reply: {
      messages: [
        { kind: 'card', card: { heading: t('announce:history'), blocks, buttons: hasMore ? [more] : [] } },
      ],
      options: [...(hasMore ? [more] : []), toMenu],
    },
    audits: historyAreas(person).map((scope) => ({ did: 'sawReminders', record: scopeKey(scope), scope })),
  };
}

function lineOf({ reminder, name, role }: Gathered['reminders'][number]): Text {
  const { at, job, state, why, about } = reminder;
  const did = t(`announce:job.${job}`);
  const otherwise = role ? bindingText(role) : t('announce:somebody');
  return t('announce:historyLine', {
    at: { instant: at },
    who: nameText(name, otherwise),
    what: about ? t('announce:jobAbout', { job: did, about: about.map(subjectOf) }) : did,
    became: why
      ? t(`announce:why.${state}`, { why: t(`announce:reason.${why}`) })
      : t(`announce:state.${state}`),
  });
}

const subjectOf = ({ kind, count }: DutyCount): Text =>
  t('announce:subject', { report: t(`duty:kind.${kind}`), count });
