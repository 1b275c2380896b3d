import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf, onAnswer, pose, type Question } from '../../kernel/ask/question.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Turn } from '../../kernel/asking.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import type { ReportKinds } from '../../kernel/report/kind.ts';
import { whereText } from '../../kernel/report/where.ts';
import { may } from '../../programme/people/actor.ts';
import { scopeOfUnit } from '../../programme/report/unit.ts';
import { headingOf, reportText } from './card.ts';
import { submitReports } from './deeds.ts';
import { frozenNote, unlessFrozen } from './unlessFrozen.ts';
import { type NextStep, nextStep } from './waiting.ts';

/** A report that its officer may recall, or under which a signer may take the newest signature back. */
type Recallable = FiledReport & Pick<NextStep, 'since'> & { readonly how: 'recall' | 'takeBack' };

/** `เรียกคืน`: what may still be taken back, as long as nobody signed since. */
export function recallCommand(
  person: Person,
  call: Call,
  filed: readonly FiledReport[],
  context: Context,
): Turn {
  const all = recallableBy(person, filed, context.features.reports);
  const [only, ...others] = all;
  if (!only) return nothingToRecall(person);
  if (call.kind === 'command')
    return others.length === 0 ? askWhether(person, only, context) : pose(person, which(all, context));
  if (call.kind === 'event') return { person };
  if (call.act === 'recall')
    return onAnswer(person, call, which(all, context), (id) => {
      const meant = all.find(({ record }) => record.id === id);
      return meant ? askWhether(person, meant, context) : nothingToRecall(person);
    });
  return answered(person, call, all, context);
}

function answered(person: Person, call: Answering, all: readonly Recallable[], context: Context): Turn {
  const [id] = aboutOf(call);
  const meant = all.find(({ record }) => record.id === id);
  if (!meant) return nothingToRecall(person);
  return unlessFrozen(person, meant, context, ({ record, how }) =>
    onAnswer(person, call, askOnce(meant, context), (yes) =>
      yes
        ? { person: withoutPrompt(person), intent: { kind: 'recallReport', report: record.id, how } }
        : tell(person, [t('chain:notRecalled')], [says('tasks')]),
    ),
  );
}

const askWhether = (person: Person, meant: Recallable, context: Context): Turn =>
  unlessFrozen(person, meant, context, (one) => pose(person, askOnce(one, context)));

function which(all: readonly Recallable[], context: Context): Question<string> {
  const rows = all.map(
    (one): ChoiceRow => ({
      id: one.record.id,
      name: headingOf(one, context.features),
      note: clauses([whereOf(one, context), ...frozenNote(one, context)]),
    }),
  );
  return oneOf({
    ...{ flow: 'chain', act: 'recall', heading: t('chain:chooseRecall', { count: rows.length }) },
    ...{ rows, wordings: context.wordings },
  });
}

const whereOf = ({ record }: FiledReport, { features }: Context) => {
  const rules = features.reports.get(record.kind)?.rules;
  return rules ? whereText(record, rules) : said('');
};

const askOnce = (one: Recallable, context: Context): Question<boolean> =>
  yesNo({
    ...{ flow: 'chain', act: 'recallYes', of: one.record.id },
    text: t(`chain:askRecall.${one.how}`, {
      report: reportText(one, context.year),
      name: said(one.name),
    }),
    ...{ yes: t('common:yes'), no: t('common:no') },
  });

const nothingToRecall = (person: Person): Decision =>
  tell(person, [t('chain:nothingToRecall')], [says('tasks')]);

/** The newest first. */
function recallableBy(
  { id, bindings }: Pick<Person, 'id' | 'bindings'>,
  filed: readonly FiledReport[],
  kinds: ReportKinds,
): readonly Recallable[] {
  return filed
    .flatMap((one): readonly Recallable[] => {
      const { record } = one;
      const next = nextStep(record, kinds);
      if (!next) return [];
      const { no, signatures } = next.revision;
      const { since } = next;
      const newest = signatures.at(-1);
      if (newest?.revision === no && (newest.person ?? newest.onPaper?.by) === id)
        return [{ ...one, since, how: 'takeBack' }];
      const signed = signatures.some(({ revision }) => revision === no);
      return !signed && may(bindings, submitReports, scopeOfUnit(record.unit))
        ? [{ ...one, since, how: 'recall' }]
        : [];
    })
    .toSorted((a, b) => b.since.getTime() - a.since.getTime());
}
