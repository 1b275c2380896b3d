import { type Attached, answerOf, attachedIn } from '../../../engine/attached.ts';
import type { Draft } from '../../../engine/draft.ts';
import type { Values } from '../../../engine/walk.ts';
import { type FormTalk, valuesIn } from '../../../kernel/form/talk.ts';
import { toIsoDate } from '../../../kernel/form/value.ts';
import { t } from '../../../kernel/reply.ts';
import { bangkokDate, firstDayTold } from '../../../programme/calendar/calendar.ts';
import type { CenterId, FiscalYear } from '../../../programme/ids.ts';
import type { FormVersion } from '../../../programme/report/hash.ts';
import type { CenterUnit } from '../../../programme/report/unit.ts';
import { assessmentRules } from '../rules/assessmentCase.ts';
import { type PlanStage, type PlanState, planStages } from '../rules/planState.ts';
import { planLine as form } from './form.ts';
import { lineText } from './lineText.ts';

export const centerOf = ({ subject }: Draft): CenterId => (subject.center ?? '') as CenterId;
export const lineOf = ({ subject }: Draft): number => Number(subject.line);
export const yearOf = ({ subject }: Draft): FiscalYear => Number(subject.year) as FiscalYear;

/** How one line of a center's development plan is carried out: its state, since when, and photos of it. */
export const planTalk: FormTalk = {
  form,
  derived: {},
  keeps: true,
  // Plans are carried out after the reports of their year were closed.
  outlastsYear: true,
  about: (draft) => t('plan:about', { n: lineOf(draft), center: String(draft.facts.center ?? '') }),
  short: (draft) => t('plan:short', { n: lineOf(draft), center: String(draft.facts.center ?? '') }),
  year: yearOf,
  titleParams: (draft, { step }) => {
    if (step.id === 'state') return { n: lineOf(draft), line: lineText(formOf(draft), planIn(draft)) };
    return step.id === 'on'
      ? { when: t(stageOf(draft) === 'done' ? 'plan:whenDone' : 'plan:whenBegun') }
      : {};
  },
  bounds: (draft, { step }, today) =>
    step.id === 'on' ? { from: firstDayTold(yearOf(draft), toIsoDate(today)) } : undefined,
  name: ({ step, item }) => {
    if (step.id === 'photo') return t('plan:name.photo', { n: item?.no ?? 1 });
    return t(step.id === 'state' ? 'plan:name.state' : 'plan:name.on');
  },
  reportsOn: unitOf,
  submit: (draft) => ({
    kind: 'carryPlan',
    center: centerOf(draft),
    year: yearOf(draft),
    line: lineOf(draft),
    of: planIn(draft),
    state: stateIn(draft),
  }),
};

/** Drafts of before do not say where the center lies. */
function unitOf(draft: Draft): CenterUnit | undefined {
  const { province, district } = draft.facts;
  return typeof province === 'string' && typeof district === 'string'
    ? { kind: 'center', province, district, center: centerOf(draft) }
    : undefined;
}

const valuesOf = (draft: Draft): Values => valuesIn({ form, derived: {} }, draft);

const stageOf = (draft: Draft): PlanStage | undefined =>
  planStages.find((stage) => stage === valuesOf(draft).state);

/** The form of the report; in drafts of before there was but the first. */
const formOf = ({ facts }: Draft): FormVersion => ({
  id: assessmentRules.form,
  version: Number(facts.version ?? 2565),
});

function planIn({ facts }: Draft) {
  const { aim, indicator } = facts;
  return { aim: String(aim ?? ''), ...(typeof indicator === 'number' ? { indicator } : {}) };
}

/** A line that is not begun was so on the day that it was said. */
function stateIn(draft: Draft): PlanState {
  const state = stageOf(draft) ?? 'notBegun';
  if (state === 'notBegun') return { state, on: bangkokDate(draft.touchedAt), evidence: [] };
  const attached = attachedTo(draft);
  const documents = attached.flatMap((one) =>
    one.kind === 'file' ? [{ file: one.file, name: one.name }] : [],
  );
  return {
    state,
    on: toIsoDate(String(valuesOf(draft).on)),
    evidence: attached.flatMap(({ kind, file }) => (kind === 'photo' ? [file] : [])),
    ...(documents.length > 0 && { documents }),
  };
}

/** The photos that answer a question, and what was sent beside another one. */
function attachedTo(draft: Draft): readonly Attached[] {
  const answers = Object.entries(valuesOf(draft)).flatMap(([key, value]) =>
    key.endsWith('.photo') ? [value] : [],
  );
  const kept = draft.log.flatMap((entry) => (entry.do === 'keep' ? [answerOf(entry.evidence)] : []));
  return [...kept, ...answers].flatMap((sent) => (sent === undefined ? [] : (attachedIn(sent) ?? [])));
}
