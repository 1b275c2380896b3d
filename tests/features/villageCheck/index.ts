import type { Draft } from '../../../src/engine/draft.ts';
import type { DraftId } from '../../../src/engine/ids.ts';
import { chooseReply, readChosen } from '../../../src/kernel/ask/choose.ts';
import { notAllowed } from '../../../src/kernel/ask/notAllowed.ts';
import { ask, type Turn } from '../../../src/kernel/asking.ts';
import type { Decision } from '../../../src/kernel/decision.ts';
import type { Feature } from '../../../src/kernel/feature.ts';
import type { Call, Context, Flow } from '../../../src/kernel/flow.ts';
import { withOpenDraft, withoutDraft } from '../../../src/kernel/form/openDraft.ts';
import { questionReply } from '../../../src/kernel/form/question.ts';
import type { OutcomeOf } from '../../../src/kernel/intent.ts';
import { draftOf, type Person } from '../../../src/kernel/person.ts';
import { read } from '../../../src/kernel/reads.ts';
import { type Block, said, type Text, t } from '../../../src/kernel/reply.ts';
import { capacities } from '../../../src/programme/people/actor.ts';
import { unitId } from '../../../src/programme/report/unit.ts';
import { figureOf } from '../../../src/programme/standing.ts';
import { certify, checkVillages } from './deeds.ts';
import { villageForm } from './form.ts';
import { type VillageReport, villageDue, villageKind, villageRules } from './kind.ts';
import { villageTalk } from './talk.ts';
import type { CheckedVillage } from './terms.ts';
import { texts } from './texts.ts';
import { villagesIn, villageWith } from './villages.ts';
import { createVillageWork } from './work.ts';

/** `ตรวจหมู่บ้าน`: choose a village, three questions; heads sign what waits for them. */
const villageFlow: Flow = {
  id: 'villageCheck',
  decide: (person, call, _event, context) => {
    if (call.kind === 'event')
      return call.event.kind === 'outcome' && call.event.outcome.of === 'villageCheck'
        ? told(person, call.event.outcome, context)
        : { person };
    if (capacities(person.bindings, checkVillages).length > 0) return begin(person, call, context);
    return capacities(person.bindings, certify).length > 0
      ? sign(person, context)
      : notAllowed(person, t('villageCheck:who'));
  },
};

const own = (person: Person) =>
  villagesIn(capacities(person.bindings, checkVillages).map(({ scope }) => scope));

function begin(person: Person, call: Exclude<Call, { kind: 'event' }>, context: Context): Turn {
  const rows = own(person).map(({ unit, name }) => ({ id: unitId(unit), name: said(name) }));
  const { year } = context;
  const meant = call.kind === 'act' ? call.value?.split('|') : chosen(call, rows, context);
  const [village, quarter = '1'] = meant ?? [];
  if (village === undefined || !rows.some(({ id }) => id === village))
    return chooseReply(person, {
      flow: 'villageCheck',
      act: 'choose',
      heading: t('villageCheck:choose', { quarter: 1, year }),
      rows,
    });
  return {
    person: { ...person, open: { kind: 'nothing' } },
    intent: { kind: 'villageCheck', village, year, quarter: Number(quarter), want: { kind: 'claim' } },
  };
}

function chosen(
  call: Exclude<Call, { kind: 'event' | 'act' }>,
  rows: Parameters<typeof readChosen>[2],
  { wordings }: Context,
): readonly string[] | undefined {
  if (call.kind === 'command' || call.event.kind !== 'text') return undefined;
  const found = readChosen(call.event.text, call.data, rows, wordings);
  return found.kind === 'one' ? [found.id] : undefined;
}

/** The step of this person's role is signed, in the first check that lacks it; the case says whether it may be. */
function sign(person: Person, { year }: Context): Turn {
  const scopes = capacities(person.bindings, certify).map(({ scope }) => scope);
  return ask({ cases: read('villageChecksIn', scopes) }, ({ cases }) => {
    const roles = person.bindings.map(({ role }) => role);
    for (const { unit, period, revisions } of cases) {
      const last = revisions.at(-1);
      const step = villageRules.chain.find(({ role }) => roles.includes(role));
      if (!last || !step || last.signatures.some((one) => one.step === step.id)) continue;
      const want = { kind: 'sign', step: step.id, shown: last.hash } as const;
      const about = { village: unitId(unit), year, quarter: period.part ?? 1 };
      return { person, intent: { kind: 'villageCheck', ...about, want } };
    }
    return notAllowed(person, t('villageCheck:who'));
  });
}

function told(person: Person, outcome: OutcomeOf<'villageCheck'>, context: Context): Decision {
  const { village: id, result } = outcome;
  const village = villageWith(id)?.name ?? '';
  const draft = Object.values(person.drafts).find(
    ({ form, subject }) =>
      form === villageForm.id && subject.village === id && subject.quarter === String(outcome.quarter),
  );
  const reply = (text: Parameters<typeof t>) => ({
    messages: [{ kind: 'text' as const, text: [t(...text)] }],
  });
  switch (result.kind) {
    case 'claimed': {
      const mine = draftOf(person, result.draft as DraftId) ?? startDraft(result.draft, outcome, context.now);
      return {
        person: withOpenDraft(person, mine),
        reply: questionReply(villageTalk, mine, [t('villageCheck:begun', { village })], context),
      };
    }
    case 'submitted':
      return {
        person: draft
          ? withoutDraft(person, draft.id, { draft: draft.id, what: 'submitted', receipt: result.receipt })
          : person,
        reply: { ...reply(['villageCheck:receipt', { receipt: result.receipt, village }]), receipt: true },
      };
    case 'signed':
      return { person, reply: { ...reply(['villageCheck:signed', { village }]), receipt: true } };
    default:
      return { person, reply: reply(['villageCheck:refused', { why: result.kind }]) };
  }
}

const startDraft = (id: string, { village, year, quarter }: CheckedVillage, at: Date): Draft => ({
  id: id as DraftId,
  form: villageForm.id,
  version: villageForm.version,
  subject: { village, year: String(year), quarter: String(quarter) },
  facts: {},
  log: [],
  misses: 0,
  startedAt: at,
  touchedAt: at,
});

const fact = (label: Text, value: number): Block => ({ kind: 'fact', label, value: said(String(value)) });

/** A kind of report that the product does not know: villages, every quarter, two who sign. */
export const villageCheck: Feature = {
  id: 'villageCheck',
  flow: villageFlow,
  deeds: [checkVillages, certify],
  commands: { villageCheck: {} },
  menu: [{ command: 'villageCheck', place: 25, deed: checkVillages }],
  startedBy: 'villageCheck',
  texts,
  forms: [villageTalk],
  dues: [villageDue],
  reports: [villageKind],
  figures: Object.keys(villageRules.figures),
  summary: {
    place: 30,
    blocks: ({ figures }) => [
      fact(t('villageCheck:funds'), figureOf(figures, 'villageFunds')),
      fact(t('villageCheck:members'), figureOf(figures, 'villageMembers')),
    ],
  },
  outcomes: ['villageCheck'],
  open: ({ store, entropy }) => ({
    readers: {
      villageChecksIn: ({ year }, areas) => store.cases.of<VillageReport>(villageRules).within(areas, [year]),
    },
    performers: { villageCheck: createVillageWork({ store, entropy }) },
  }),
};
