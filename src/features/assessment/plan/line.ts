import type { Draft } from '../../../engine/draft.ts';
import type { DraftId } from '../../../engine/ids.ts';
import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt } from '../../../kernel/ask/prompt.ts';
import { centerYearKey } from '../../../kernel/centerYear.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { InboundEvent } from '../../../kernel/event.ts';
import type { Context } from '../../../kernel/flow.ts';
import { aboutOf } from '../../../kernel/form/about.ts';
import { attachedBlock } from '../../../kernel/form/attachedBlock.ts';
import { withOpenDraft } from '../../../kernel/form/openDraft.ts';
import { questionReply, withFirst } from '../../../kernel/form/question.ts';
import type { Person } from '../../../kernel/person.ts';
import { type Card, type Option, type Text, t } from '../../../kernel/reply.ts';
import { planLine } from './form.ts';
import { evidenceIn, lineText, noteText } from './lineText.ts';
import type { ShownLine } from './shownLine.ts';
import { centerOf, lineOf, planTalk, yearOf } from './talk.ts';

/** Photos and documents on one card; LINE's cards have a size. */
const mostShown = 10;

/** A line to be read: its state, with what was kept of it. */
export function showLine(person: Person, shown: ShownLine, notes: readonly Text[] = []): Decision {
  const { center, year } = shown;
  const lines: Option = {
    label: t('plan:allLines'),
    tap: { kind: 'act', flow: 'plan', act: 'lines', value: centerYearKey(center.id, year) },
  };
  return {
    person: withoutPrompt(person),
    reply: withFirst({ messages: [{ kind: 'card', card: lineCard(shown) }], options: [lines] }, notes),
    audits: [{ did: 'sawPlan', record: center.id, scope: scopeOfCenter(center) }],
  };
}

function lineCard({ form, line, plan, state }: ShownLine): Card {
  const evidence = state ? evidenceIn(state) : [];
  return {
    heading: t('choose:row', { n: line, name: lineText(form, plan) }),
    blocks: [{ kind: 'text', text: noteText(plan, state) }, ...evidence.slice(-mostShown).map(attachedBlock)],
  };
}

/** Begins to tell how a line is carried out, or goes on with it; what was kept of it so far is shown first. */
export function tellLine(person: Person, shown: ShownLine, event: InboundEvent, context: Context): Decision {
  const begun = draftAbout(person, shown);
  const draft = begun ?? newDraft(shown, event);
  const notes =
    begun && begun.log.length > 0 ? [t('common:resumed', { about: aboutOf(planTalk, draft, context) })] : [];
  const seen = shown.state && evidenceIn(shown.state).length > 0 ? lineCard(shown) : undefined;
  return {
    person: withOpenDraft(person, draft),
    reply: questionReply(planTalk, draft, notes, context, { ...(seen && { first: seen }) }),
  };
}

/** What this person has begun to tell of a line. */
export const draftAbout = (
  person: Person,
  { center, year, line }: Pick<ShownLine, 'center' | 'year' | 'line'>,
): Draft | undefined =>
  Object.values(person.drafts).find(
    (draft) =>
      draft.form === planLine.id &&
      centerOf(draft) === center.id &&
      yearOf(draft) === year &&
      lineOf(draft) === line,
  );

function newDraft({ center, year, form: of, line, plan }: ShownLine, { id, at }: InboundEvent): Draft {
  return {
    id: `plan-${id}` as DraftId,
    form: planLine.id,
    version: planLine.version,
    subject: { center: center.id, year: String(year), line: String(line) },
    facts: {
      ...{ center: center.name, province: center.province, district: center.district },
      ...{ aim: plan.aim, indicator: plan.indicator ?? null, version: of.version },
    },
    log: [],
    misses: 0,
    startedAt: at,
    touchedAt: at,
  };
}
