import { byName } from '../../kernel/ask/byName.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { settled } from '../../kernel/ask/prompt.ts';
import { type CenterQuestion, centerNotFound, whichCenter } from '../../kernel/ask/whichCenter.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import { capacities } from '../../programme/people/actor.ts';
import { type RegistryField, registryFields } from '../assessment/forms/centerAssessment2565.ts';
import { buttonHint, mayCorrect, showCard } from './card.ts';
import { type Confirmed, confirmationMarks, confirmersIn, withConfirmed } from './confirmed.ts';
import { askField, readField } from './field.ts';
import { outcomeOf } from './outcome.ts';
import { createRegistryWork } from './perform.ts';
import { registryReaders } from './reads.ts';
import { askValue, readValue, tapValue } from './value.ts';

/** `ทะเบียน`: a center's entry in the registry is looked at, corrected and, each year, confirmed. */
export const registryFlow: Flow = {
  id: 'registry',
  decide: (person, call, _event, context) => {
    const areas = scopesOf(person);
    if (areas.length === 0) return notAllowed(person, t('registry:who'));
    if (call.kind === 'event') return outcomeOf(person, call.event, areas, context.year);
    if (call.kind === 'command' || call.act === 'choose' || call.act === 'more')
      return choose(person, call, areas, context);
    return ask({ centers: read('centersIn', areas) }, ({ centers }) => {
      const center = centerOf(call, centers);
      return center ? act(person, call, center, context) : centerNotFound(person);
    });
  },
};

const scopesOf = (person: Person) => capacities(person.bindings, 'confirmRegistry').map(({ scope }) => scope);

function choose(person: Person, call: Call, areas: readonly Scope[], context: Context): Turn {
  const wanted = { centers: read('centersIn', areas), confirmations: read('confirmationsIn', areas) };
  return ask(wanted, ({ centers, confirmations }) => {
    const confirmed = { confirmations, year: context.year };
    const which = whichCenter(person, call, questionFor(centers, confirmed), context);
    return which.kind === 'center' ? showCard(person, which.center, confirmed) : which.decision;
  });
}

const questionFor = (centers: readonly Center[], confirmed: Confirmed): CenterQuestion => ({
  flow: 'registry',
  act: 'choose',
  heading: t('registry:choose', { year: confirmed.year }),
  centers: centers.toSorted(byName),
  note: (center) => {
    const { moo, subdistrict, district } = center;
    return t('registry:row', { moo, subdistrict, district, marks: confirmationMarks(center, confirmed) });
  },
  none: t('registry:noCenters'),
});

type Within = Extract<Call, { kind: 'act' | 'answer' }>;

/** The center that a button names in front, or that the open prompt is about. */
function centerOf(call: Within, centers: readonly Center[]): Center | undefined {
  const id = call.kind === 'act' ? call.value?.split(' ')[0] : call.data.center;
  return centers.find((one) => one.id === id);
}

/** The field that a button names behind the center, or that the open prompt is about. */
function fieldOf(call: Within): RegistryField | undefined {
  const name = call.kind === 'act' ? call.value?.split(' ')[1] : call.data.field;
  return registryFields.find((field) => field === name);
}

function act(person: Person, call: Within, center: Center, context: Context): Turn {
  if (call.act === 'card')
    return withConfirmed(center, context.year, (confirmed) =>
      showCard(person, center, confirmed, [buttonHint(person, center, confirmed)]),
    );
  if (call.act === 'confirm') {
    return {
      person: settled(person),
      intent: {
        kind: 'confirmCenter',
        center: center.id,
        year: context.year,
        as: confirmersIn(person, center),
      },
    };
  }
  if (!mayCorrect(person, center)) return notAllowed(person, t('registry:whoCorrects'));
  const field = fieldOf(call);
  if (call.act === 'field' && call.kind === 'answer') return readField(person, call, center, context);
  if (!field) return askField(person, center);
  if (call.act !== 'value') return askValue(person, center, field, context.today);
  return call.kind === 'act'
    ? tapValue(person, call, center, field, context)
    : readValue(person, call, center, field, context);
}

export const registry: Feature = {
  id: 'registry',
  flow: registryFlow,
  commands: { registry: { takesRest: 'name' } },
  menu: [{ command: 'registry', place: 80, deed: 'confirmRegistry' }],
  startedBy: 'registry',
  outcomes: ['correctCenter', 'confirmCenter'],
  open: ({ store }) => {
    const work = createRegistryWork(store);
    return { readers: registryReaders(store), performers: { correctCenter: work, confirmCenter: work } };
  },
};
