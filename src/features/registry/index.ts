import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf, onAnswer, pose } from '../../kernel/ask/question.ts';
import { centerNotFound, whichCenter } from '../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { readCenterYear, readYear } from '../../kernel/centerYear.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import { yearClosed } from '../../kernel/ofYear.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import { freezeAround } from '../../kernel/report/freezeAround.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import { yearBehind } from '../../kernel/yearBehind.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import { toCorrection } from '../../programme/center/correction.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import type { CenterUnit } from '../../programme/report/unit.ts';
import { buttonHint, mayCorrect, showCard } from './card.ts';
import { confirmersIn, doubtAbout, withConfirmed } from './confirmed.ts';
import { confirmRegistry, keepRegistry } from './deeds.ts';
import { registryDocument } from './document.ts';
import { askWhyNot, doubted } from './doubt.ts';
import { registryDuty } from './duty.ts';
import { type Entry, fieldNamed, whichField } from './field.ts';
import { confirmAll, doubtQuestion, entriesQuestion } from './list.ts';
import { doubtNoticed } from './noticed.ts';
import { outcomeOf } from './outcome.ts';
import { createRegistryWork } from './perform.ts';
import { registryReaders } from './reads.ts';
import { rightValue } from './value.ts';

/** `ทะเบียน`: entries of the registry are looked at, corrected and, each year, confirmed, one or all that are shown. */
export const registryFlow: Flow = {
  id: 'registry',
  decide: (person, call, _event, context) => {
    const areas = scopesOf(person);
    if (areas.length === 0) return notAllowed(person, t('registry:who'));
    if (call.kind === 'event') return outcomeOf(person, call.event, areas, context.year);
    if (call.kind === 'command') {
      const { year = context.year, rest } = yearBehind(call.rest, context.year);
      return choose(person, { ...call, rest }, areas, { context, year, of: String(year) });
    }
    if (call.act === 'choose') {
      const [of] = aboutOf(call);
      const year = readYear(of);
      return choose(person, call, areas, { context, year: year ?? context.year, ...(year && { of }) });
    }
    if (call.act === 'which') return whichNotCorrect(person, call, areas, context);
    return ask({ centers: read('centersIn', areas), freezes: read('freezes') }, ({ centers, freezes }) => {
      if (call.act === 'all') return confirmAll(person, call, centers, context);
      const [key] = aboutOf(call);
      const { center: id, year = context.year } = readCenterYear(key);
      const center = centers.find((one) => one.id === id);
      if (!center) return centerNotFound(person, centers);
      const freeze = freezeAround(unitOfCenter(center), freezes, context);
      return freeze
        ? withConfirmed(center, year, (confirmed) =>
            showCard(person, center, confirmed, [frozenText(freeze)]),
          )
        : act(person, call, { center, year }, context);
    });
  },
};

const scopesOf = (person: Person) => capacities(person.bindings, confirmRegistry).map(({ scope }) => scope);

/** `of`: what the buttons of the list carry; those of before carried no year. */
function choose(
  person: Person,
  call: Call,
  areas: readonly Scope[],
  { context, year, of }: { readonly context: Context; readonly year: FiscalYear; readonly of?: string },
): Turn {
  const wanted = { centers: read('centersIn', areas), checks: read('registryChecks', areas) };
  return ask(wanted, ({ centers, checks }) => {
    const confirmed = { checks, year };
    const question = { ...entriesQuestion(person, centers, confirmed, context), ...(of && { of }) };
    return whichCenter(person, call, question, context, (center) => showCard(person, center, confirmed));
  });
}

/** `ไม่ถูกต้อง` on the list: which center, then why. */
function whichNotCorrect(person: Person, call: Answering, areas: readonly Scope[], context: Context): Turn {
  const [of, chosen] = aboutOf(call);
  const year = readYear(of) ?? context.year;
  if (!context.isOpen(year)) return yearClosed(person, year);
  // The button of the list says of no center yet.
  const asked: Call =
    call.kind === 'act' && chosen === undefined ? { kind: 'command', command: 'registry', rest: '' } : call;
  const wanted = { centers: read('centersIn', areas), checks: read('registryChecks', areas) };
  return ask(wanted, ({ centers, checks }) =>
    whichCenter(person, asked, doubtQuestion(person, centers, { checks, year }), context, (center) =>
      askWhyNot(person, { center, year }, context),
    ),
  );
}

/** An entry's center, as its area may be frozen. */
const unitOfCenter = ({ id, province, district }: Center): CenterUnit => ({
  kind: 'center',
  ...{ province, district, center: id },
});

function act(person: Person, call: Answering, entry: Entry, context: Context): Turn {
  const { center, year } = entry;
  if (call.act === 'card')
    return withConfirmed(center, year, (confirmed) =>
      showCard(person, center, confirmed, [buttonHint(person, center, confirmed)]),
    );
  if (call.act === 'confirm') {
    if (!context.isOpen(year)) return yearClosed(person, year);
    const [, seen] = aboutOf(call);
    return {
      person: withoutPrompt(person),
      intent: {
        ...{ kind: 'confirmCenter', center: center.id, year, as: confirmersIn(person, center) },
        ...(seen && { seen }),
      },
    };
  }
  if (call.act === 'doubt' || call.act === 'reason') {
    if (!context.isOpen(year)) return yearClosed(person, year);
    return withConfirmed(center, year, (confirmed) => doubted(person, call, entry, confirmed, context));
  }
  return mayCorrect(person, center)
    ? correct(person, call, entry, context)
    : notAllowed(person, t('registry:whoCorrects'));
}

/** Which field, then its value. */
function correct(person: Person, call: Answering, entry: Entry, context: Context): Turn {
  const { center, year } = entry;
  const field = fieldNamed(aboutOf(call)[1]);
  if (call.act === 'value' && field)
    return onAnswer(person, call, rightValue(entry, field, context), (value) => ({
      person: withoutPrompt(person),
      intent: {
        ...{ kind: 'correctCenter', center: center.id, year },
        correction: toCorrection(field, value),
      },
    }));
  return withConfirmed(center, year, (confirmed) => {
    const which = whichField(entry, doubtAbout(center, confirmed), context);
    if (call.act !== 'field') return pose(person, which);
    return onAnswer(person, call, which, (name) => {
      const chosen = fieldNamed(name);
      return pose(person, chosen ? rightValue(entry, chosen, context) : which);
    });
  });
}

export const registry: Feature = {
  id: 'registry',
  documents: [registryDocument],
  flow: registryFlow,
  deeds: [keepRegistry, confirmRegistry],
  commands: { registry: { takesRest: 'name' } },
  menu: [{ command: 'registry', place: 80, deed: confirmRegistry }],
  startedBy: 'registry',
  // The registry goes on to the department by the same date.
  dues: [{ id: 'registry', place: 10, from: 'district', every: 'year', duty: registryDuty }],
  buttons: [t('registry:allCorrect'), t('registry:notCorrect')],
  outcomes: ['correctCenter', 'confirmCenter', 'confirmCenters', 'doubtCenter'],
  notices: { registryDoubted: doubtNoticed },
  open: ({ store }) => ({ readers: registryReaders(store), performers: createRegistryWork(store) }),
};
