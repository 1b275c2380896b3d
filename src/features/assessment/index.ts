import { byName } from '../../kernel/ask/byName.ts';
import { type ChoiceList, chooseReply, matching, readChosen } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import { aboutOf } from '../../kernel/ask/question.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { type CenterQuestion, whichCenter } from '../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { callInYear, carriedYear } from '../../kernel/callInYear.ts';
import type { Decision } from '../../kernel/decision.ts';
import { type Feature, says } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { frozenNotes } from '../../kernel/form/frozen.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { freezeAround } from '../../kernel/report/freezeAround.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import type { SeatNow } from '../../kernel/report/seatNow.ts';
import { whereText } from '../../kernel/report/where.ts';
import { type Center, readCenterId } from '../../programme/center/center.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import type { Freeze } from '../../programme/report/freeze.ts';
import type { Revision } from '../../programme/report/revision.ts';
import { assessmentKind } from './cases.ts';
import { type Assessed, scopesOf, withCases, withCenter, withRows } from './centers.ts';
import { assess, seeLevel } from './deeds.ts';
import { assessmentDocument } from './document/index.ts';
import { assessmentDuty } from './duty.ts';
import { heldBy } from './held.ts';
import { assessNoticed } from './notices.ts';
import { openForm } from './openForm.ts';
import { outcomeOf } from './outcome.ts';
import { createAssessmentWork } from './perform.ts';
import { assessmentReaders } from './reads.ts';
import { type AssessmentCase, type AssessmentReport, assessmentRules } from './rules/assessmentCase.ts';
import { caseOf } from './rules/newestReport.ts';
import { assessmentFigureNames } from './standing.ts';
import { assessmentBlocks } from './summary.ts';
import { assessmentVersions } from './versions.ts';

/** `ประเมิน`: choose a center, claim its case, then the form; and what became of submitting it. */
export const assessFlow: Flow = {
  id: 'assess',
  decide: (person, given, event, newest) => {
    // What was decided is told also to who may not begin another any more.
    if (given.kind === 'event') return outcomeOf(person, event, newest);
    if (scopesOf(person).length === 0) return notAllowed(person, t('common:officers'));
    const { call, year } = callInYear(given, newest.year);
    if (!newest.isOpen(year)) return yearClosed(person, year);
    const context = { ...newest, year, of: carriedYear(year, newest), newest };
    // What asks by itself keeps the year that its buttons carry.
    if (isOfRevision(given)) return chooseRevision(person, given.kind === 'command' ? call : given, context);
    switch (call.kind) {
      case 'command':
        return command(person, call.rest, context);
      case 'act':
        return act(person, call, context);
      case 'answer':
        return answer(person, call, context);
      default:
        return call satisfies never;
    }
  },
};

type Asked = Exclude<Call, { readonly kind: 'event' }>;

const isOfRevision = (call: Asked): boolean =>
  call.kind === 'command' ? call.command === 'newRevision' : call.act === 'revise';

const yearClosed = (person: Person, year: FiscalYear): Decision =>
  tell(person, [t('common:yearClosed', { year })]);

/** The year of what is assessed stands for the newest, which `newest` knows; `of`: how buttons carry it where it is another. */
type InYear = Context & { readonly of: string | undefined; readonly newest: Context };

const command = (person: Person, rest: string, context: InYear): Turn =>
  withRows(person, context, (all, assessed) => {
    const meant = rest === '' ? all : matching(rest, all, context.wordings);
    const [only, ...others] = meant;
    if (only && others.length === 0) return choose(person, only.id, assessed, context);
    if (all.length === 0) return tell(person, [t('assessment:noCenters')]);
    return only
      ? list(person, context, { rows: meant })
      : list(person, context, { rows: all, lead: [t('common:centerNotFound')] });
  });

type Listed = Pick<ChoiceList, 'rows' | 'lead' | 'page' | 'misses'>;

function list(person: Person, { year, of }: InYear, listed: Listed): Decision {
  const heading = t('assessment:chooseCenter', { year });
  const about = of === undefined ? {} : { of, keep: { of } };
  return chooseReply(person, { flow: 'assess', act: 'choose', heading, ...about, ...listed });
}

function act(person: Person, call: Extract<Call, { kind: 'act' }>, context: InYear): Turn {
  switch (call.act) {
    case 'more':
      return withRows(person, context, (rows) => list(person, context, { rows, page: Number(call.value) }));
    case 'takeOver':
      return withCenter(person, call.value, (center) =>
        center ? claim(person, center, context, true) : refused(person),
      );
    default:
      return withCases(person, context.year, (assessed) => choose(person, call.value, assessed, context));
  }
}

function answer(person: Person, call: Extract<Call, { kind: 'answer' }>, context: InYear): Turn {
  const { event, data } = call;
  if (event.kind !== 'text')
    return { person, reply: askAgain(person, [t('common:fileNoQuestion')], context) };
  return withRows(person, context, (all, assessed) => {
    const chosen = readChosen(event.text, data, all, context.wordings);
    switch (chosen.kind) {
      case 'one':
        return choose(person, chosen.id, assessed, context);
      case 'several':
        return list(person, context, { rows: all.filter(({ id }) => chosen.ids.includes(id)) });
      case 'unclear':
        return list(person, context, { rows: all, misses: missesOf(data) + 1 });
      default:
        return chosen satisfies never;
    }
  });
}

/** `แก้ไขฉบับใหม่`: of which report that is locked; those that are not are recalled or returned instead. */
const chooseRevision = (person: Person, call: Asked, context: InYear): Turn =>
  withCases(person, context.year, (assessed) => {
    const { centers, cases } = assessed;
    const reportOf = ({ id }: Center) => caseOf(cases, id, context.year)?.revisions.at(-1);
    const locked = centers.filter((center) => reportOf(center)?.locked).toSorted(byName);
    const tapped = call.kind === 'act' ? readCenterId(aboutOf(call).at(-1) ?? '') : undefined;
    // Of an earlier list: a new revision was sent since.
    if (tapped && !locked.some(({ id }) => id === tapped)) return choose(person, tapped, assessed, context);
    if (locked.length === 0) return nothingLocked(person, context);
    const question: CenterQuestion = {
      ...{ flow: 'assess', act: 'revise', ...(context.of !== undefined && { of: context.of }) },
      heading: t('assessment:chooseRevision'),
      centers: locked,
      note: (center) => t('assessment:mark.certified', { level: reportOf(center)?.content.level ?? 0 }),
      none: t('assessment:nothingLocked', { year: context.year }),
    };
    return whichCenter(person, call, question, context, (center) => revise(person, center, context));
  });

const nothingLocked = (person: Person, { year }: Context): Decision =>
  tell(person, [t('assessment:nothingLocked', { year })], [says('recall')]);

/** A draft with the answers of the report that is locked. */
const revise = (person: Person, { id }: Center, { year }: Context): Decision => ({
  person: { ...person, open: { kind: 'nothing' } },
  intent: { kind: 'claim', center: id, year, takeOver: false, revises: true },
});

/** A center was chosen: its own draft goes on, a submitted one is said, a colleague's is offered. */
function choose(
  person: Person,
  id: string | undefined,
  { centers, cases, freezes }: Assessed,
  context: InYear,
): Turn {
  const center = centers.find((one) => one.id === id);
  if (!center) return refused(person);
  const present = caseOf(cases, center.id, context.year);
  const { province, district } = center;
  const freeze = freezeAround({ kind: 'center', province, district, center: center.id }, freezes, context);
  const mine = present?.holder?.person === person.id ? draftOf(person, present.holder.draft) : undefined;
  if (mine) return openForm(person, mine, 'common:resumed', context.newest, frozenNotes(freeze));
  if (present?.holder && present.holder.person !== person.id)
    return heldBy(person, center, present.holder.name, context.year);
  const submitted = present?.revisions.at(-1);
  if (present && submitted && !submitted.ended)
    return ask({ seat: read('seatNow', present) }, ({ seat }) =>
      alreadySubmitted(person, center, { present, submitted, freeze, seat }),
    );
  return claim(person, center, context, false);
}

const claim = (person: Person, { id }: Center, { year }: Context, takeOver: boolean): Decision => ({
  person: { ...person, open: { kind: 'nothing' } },
  intent: { kind: 'claim', center: id, year, takeOver },
});

type Submitted = {
  readonly present: AssessmentCase;
  readonly submitted: Revision<AssessmentReport>;
  readonly freeze: Freeze | undefined;
  readonly seat: SeatNow | undefined;
};

/** What was sent, where it is, and what the officer may still do about it. */
function alreadySubmitted(
  person: Person,
  { id, name }: Pick<Center, 'name' | 'id'>,
  { present, submitted, freeze, seat }: Submitted,
): Decision {
  const { receipt, content, locked } = submitted;
  const { level } = content;
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [
        {
          kind: 'text',
          text: [
            t('assessment:alreadySubmitted', { center: name, receipt, level }),
            whereText(present, assessmentRules, seat),
            ...(freeze ? [frozenText(freeze)] : []),
          ],
        },
      ],
      options: [
        { label: t('commands:level'), tap: { kind: 'act', flow: 'level', act: 'show', value: id } },
        ...(freeze ? [] : [says(locked ? 'newRevision' : 'recall')]),
        toMenu,
      ],
    },
  };
}

/** A center outside one's area does not exist. */
function refused(person: Person): Decision {
  return {
    person,
    reply: { messages: [{ kind: 'text', text: [t('common:refusedTap')] }] },
    audits: [{ did: 'refusedTap', record: 'center' }],
  };
}

export { level } from './level/index.ts';
export { plan } from './plan/index.ts';
export { assessmentFigures, levelIn } from './standing.ts';
export { indicatorsAsked } from './versions.ts';
export { assess, seeLevel };

export const assessment: Feature = {
  id: 'assess',
  flow: assessFlow,
  deeds: [assess, seeLevel],
  commands: { assess: { takesRest: 'name' }, newRevision: { takesRest: 'name' } },
  menu: [{ command: 'assess', place: 20, deed: assess }],
  startedBy: 'assess',
  buttons: [t('assessment:takeOver'), t('assessment:editGeneral')],
  dues: [
    { id: 'assessment', place: 20, from: 'district', every: 'year', next: 'round1', duty: assessmentDuty },
  ],
  forms: assessmentVersions,
  outcomes: ['claim', 'release', 'submit'],
  figures: assessmentFigureNames,
  summary: { place: 10, blocks: assessmentBlocks },
  notices: { assessmentSubmitted: assessNoticed, draftTakenOver: assessNoticed },
  reports: [assessmentKind],
  documents: [assessmentDocument],
  open: ({ store, entropy, forms }) => ({
    readers: assessmentReaders(store),
    performers: createAssessmentWork({ store, entropy, forms }),
  }),
};
