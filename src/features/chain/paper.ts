import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import { type PromptData, withoutPrompt, withPrompt } from '../../kernel/ask/prompt.ts';
import {
  type Answering,
  aboutOf,
  carried,
  onAnswer,
  pose,
  type Question,
} from '../../kernel/ask/question.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { bindingText } from '../../kernel/roleText.ts';
import type { FileId } from '../../programme/ids.ts';
import { may } from '../../programme/people/actor.ts';
import { isShown, markOf } from '../../programme/report/hash.ts';
import { scopeOfUnit } from '../../programme/report/unit.ts';
import { headingOf } from './card.ts';
import { submitReports } from './deeds.ts';
import { frozenNote, unlessFrozen } from './unlessFrozen.ts';
import { type NextStep, nextStep } from './waiting.ts';

/** A report whose next step may be signed on paper. */
type OnPaper = FiledReport & NextStep;

/** What was sent of the paper so far. */
type Paper = { readonly signer: string; readonly photos: readonly string[] };

/** `รับทราบบนกระดาษ`: the officer records who signed, with photos of the page. */
export function paperCommand(
  person: Person,
  call: Call,
  filed: readonly FiledReport[],
  context: Context,
): Turn {
  const all = onPaperFor(person, filed, context);
  if (call.kind === 'event') return { person };
  const [only, ...others] = all;
  if (!only) return nothingForPaper(person);
  if (call.kind === 'command')
    return others.length === 0
      ? unlessFrozen(person, only, context, (one) => askPhoto(person, one, paperOf(one)))
      : pose(person, which(all, context));
  if (call.act === 'paper')
    return onAnswer(person, call, which(all, context), (id) => {
      const meant = all.find(({ record }) => record.id === id);
      return meant
        ? unlessFrozen(person, meant, context, (one) => askPhoto(person, one, paperOf(one)))
        : nothingForPaper(person);
    });
  const [id] = aboutOf(call);
  const meant = all.find(({ record }) => record.id === id);
  return meant
    ? unlessFrozen(person, meant, context, (one) => answered(person, call, one, context))
    : nothingForPaper(person);
}

function answered(person: Person, call: Answering, meant: OnPaper, context: Context): Turn {
  const [, mark = ''] = aboutOf(call);
  if (!isShown(meant.revision.hash, mark))
    return askPhoto(person, meant, paperOf(meant), [t('chain:refused.changed')]);
  const before = paperOf(meant, call.kind === 'answer' ? call.data : keptIn(person));
  if (call.act === 'paperYes')
    return onAnswer(person, call, askOnce(meant, before), (yes) =>
      yes ? record(person, meant, before, context) : askPhoto(person, meant, paperOf(meant)),
    );
  if (call.kind !== 'answer') return askPhoto(person, meant, before);
  const { event } = call;
  if (event.kind === 'file' && event.media === 'photo') {
    const photos = [...before.photos, event.file, ...(event.more ?? [])];
    return pose(person, askOnce(meant, { ...before, photos }));
  }
  return event.kind === 'text'
    ? askPhoto(person, meant, { ...before, signer: event.text.trim() })
    : askPhoto(person, meant, before, [t('chain:refused.photoMissing')]);
}

const keptIn = ({ open }: Person): PromptData => (open.kind === 'prompt' ? open.data : {});

/** Whoever the registry calls the chair has signed, unless another name was typed. */
const paperOf = ({ center }: OnPaper, { signer, photos }: PromptData = {}): Paper => ({
  signer: signer ?? center?.chair.name ?? '',
  photos: photos ? photos.split(' ') : [],
});

const keyOf = ({ record, revision }: OnPaper): string => carried(record.id, markOf(revision.hash));

const keeps = ({ signer, photos }: Paper): PromptData => ({
  ...(signer !== '' && { signer }),
  ...(photos.length > 0 && { photos: photos.join(' ') }),
});

function askPhoto(person: Person, report: OnPaper, paper: Paper, notes: readonly Text[] = []): Decision {
  const name = said(report.name);
  const text =
    paper.signer === ''
      ? t('chain:paper.askName', { name })
      : t('chain:paper.askPhoto', { name, signer: said(paper.signer) });
  return {
    person: withPrompt(person, 'chain', 'paperPhoto', { ...keeps(paper), of: keyOf(report), free: 'yes' }),
    reply: {
      messages: [{ kind: 'text', text: [...notes, text] }],
      options: [
        { label: t('common:photo'), pick: 'camera' },
        { label: t('common:album'), pick: 'cameraRoll' },
      ],
      asks: true,
    },
  };
}

const askOnce = (report: OnPaper, paper: Paper): Question<boolean> =>
  yesNo({
    ...{ flow: 'chain', act: 'paperYes', of: keyOf(report), keep: keeps(paper) },
    text: t('chain:paper.ask', {
      signer: said(paper.signer),
      name: said(report.name),
      count: paper.photos.length,
    }),
    ...{ yes: t('common:yes'), no: t('common:no') },
  });

function record(person: Person, report: OnPaper, { signer, photos }: Paper, { render }: Context): Decision {
  const { record, revision, step, center } = report;
  const scope = scopeOfUnit(record.unit);
  const position = bindingText({ role: step.role, scope, ...(center && { centerName: center.name }) });
  return {
    person: withoutPrompt(person),
    intent: {
      ...{ kind: 'recordOnPaper', report: record.id, step: step.id, shown: revision.hash },
      signer: { name: signer, position: render(position, 'th') },
      photos: photos as readonly FileId[],
    },
  };
}

function which(all: readonly OnPaper[], context: Context): Question<string> {
  const rows = all.map((one): ChoiceRow => {
    const [note] = frozenNote(one, context);
    return { id: one.record.id, name: headingOf(one, context.features), ...(note && { note }) };
  });
  return oneOf({
    ...{ flow: 'chain', act: 'paper', heading: t('chain:paper.choose', { count: rows.length }) },
    ...{ rows, wordings: context.wordings },
  });
}

const nothingForPaper = (person: Person): Decision =>
  tell(person, [t('chain:paper.nothing')], [says('tasks')]);

/** The reports of this officer's area that wait for a signature which may stand on paper. */
const onPaperFor = (
  { bindings }: Pick<Person, 'bindings'>,
  filed: readonly FiledReport[],
  { features }: Context,
): readonly OnPaper[] =>
  filed.flatMap((one): readonly OnPaper[] => {
    const next = nextStep(one.record, features.reports);
    return next?.step.onPaper && may(bindings, submitReports, scopeOfUnit(one.record.unit))
      ? [{ ...one, ...next }]
      : [];
  });
