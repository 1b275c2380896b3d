import { withoutPrompt, withPrompt } from '../../kernel/ask/prompt.ts';
import { carried } from '../../kernel/ask/question.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, type Text, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { openButton } from '../../kernel/report/openReport.ts';
import type { CaseId } from '../../programme/ids.ts';
import { may } from '../../programme/people/actor.ts';
import { signsFor } from '../../programme/people/deputy.ts';
import { markOf } from '../../programme/report/hash.ts';
import type { Revision } from '../../programme/report/revision.ts';
import type { SignStep } from '../../programme/report/rules.ts';
import { newestRevision } from '../../programme/report/stage.ts';
import { scopeOfUnit } from '../../programme/report/unit.ts';
import { reportCard } from './card.ts';
import { photosButton, photosOf } from './photos.ts';
import { signedBefore, type WaitingReport, waitingFor } from './waiting.ts';

/** A report as it was shown: by its id, and the mark of what it said. */
export const shownAs = ({ record, revision }: Pick<WaitingReport, 'record' | 'revision'>): string =>
  carried(record.id, markOf(revision.hash));

/** The label of the button that signs. */
export const signLabel = ({ act }: SignStep): Text =>
  t(act === 'acknowledge' ? 'commands:acknowledge' : 'commands:certify');

/** A report with the buttons of what this person may do with it; to sign it is asked once, by this card. */
export function showReport(
  person: Person,
  filed: FiledReport,
  context: Context,
  notes: readonly Text[] = [],
): Decision {
  const { features, now } = context;
  // While it is frozen there is nothing to ask.
  const isLive = ({ freeze }: WaitingReport) => !freeze;
  const [waiting] = waitingFor(person, [filed], features.reports, now).filter(isLive);
  const [signed] = signedBefore(person, [filed], features.reports, now).filter(isLive);
  const others = [...besides(person, filed, context), ...olderThan(filed, newestRevision(filed.record))];
  const isRead = waiting !== undefined || signed !== undefined || readsAll(person, filed, context);
  const own = waiting ? signing(waiting) : signed ? [returning(signed)] : [];
  const card = reportCard(filed, context, {
    ...{ isRead, buttons: [...own, ...others] },
    ...(waiting && { question: questionOf(waiting) }),
  });
  const reply = {
    messages: [{ kind: 'card', card } as const],
    ...(waiting ? { options: own, asks: true } : { options: [says('tasks'), toMenu] }),
  };
  return {
    person: waiting
      ? withPrompt(person, 'chain', 'card', { of: shownAs(waiting), back: 'list' })
      : withoutPrompt(person),
    reply: withFirst(reply, notes),
    audits: [sawReport(filed)],
  };
}

/** An earlier revision, to be read only; the newest where there is no such. */
export function showRevision(person: Person, filed: FiledReport, no: number, context: Context): Decision {
  const revision = filed.record.revisions.find((one) => one.no === no);
  if (!revision || revision === newestRevision(filed.record)) return showReport(person, filed, context);
  const card = reportCard(filed, context, {
    question: t('chain:olderRevision', { no }),
    isRead: readsAll(person, filed, context),
    revision,
    buttons: [openButton(t('chain:backToReport'), filed.record.id), ...olderThan(filed, revision)],
  });
  return {
    person: withoutPrompt(person),
    reply: { messages: [{ kind: 'card', card }], options: [says('tasks'), toMenu] },
    audits: [sawReport(filed)],
  };
}

const sawReport = ({ record: { id, unit } }: FiledReport) =>
  ({ did: 'sawReport', record: id, scope: scopeOfUnit(unit) }) as const;

/** Whether this person reads all that a report says; a deputy does as long as the term lasts. */
const readsAll = (
  { id, bindings }: Person,
  { record, around: { deputies } }: FiledReport,
  { features, now }: Context,
): boolean =>
  deputies.some((one) => one.to === id && signsFor(one, record.id, now)) ||
  (features.reports.get(record.kind)?.readBy ?? []).some((deed) =>
    may(bindings, deed, scopeOfUnit(record.unit)),
  );

/** The way to the revision before, where there was one that was not recalled. */
function olderThan({ record }: FiledReport, revision: Revision<unknown> | undefined): readonly Option[] {
  const older = record.revisions.findLast(
    ({ no, ended }) => revision !== undefined && no < revision.no && ended?.kind !== 'recalled',
  );
  if (!older) return [];
  const label = t('chain:seeRevision', { no: older.no });
  return [button(label, 'revision', carried(record.id, String(older.no)))];
}

const questionOf = ({ step }: WaitingReport): Text => t(`chain:ask.${step.act}`);

const signing = (waiting: WaitingReport): readonly Option[] => [
  button(signLabel(waiting.step), 'sign', shownAs(waiting)),
  returning(waiting),
];

const returning = (one: WaitingReport): Option => button(t('commands:returnReport'), 'return', shownAs(one));

/** What may be looked at before one signs. */
function besides({ bindings }: Person, filed: FiledReport, { features }: Context): readonly Option[] {
  const { record } = filed;
  const count = photosOf(filed, features).length;
  const opened = (features.reports.get(record.kind)?.opens?.(record) ?? []).flatMap(({ deed, option }) =>
    may(bindings, deed, scopeOfUnit(record.unit)) ? [option] : [],
  );
  return [...opened, ...(count > 0 ? [photosButton(t('chain:photos', { count }), record.id, 0)] : [])];
}

export const button = (label: Text, act: string, value: CaseId | string): Option => ({
  label,
  tap: { kind: 'act', flow: 'chain', act, value },
});
