import { areaAt, areaPath } from '../../kernel/area/path.ts';
import { areaTitle } from '../../kernel/area/text.ts';
import { chooseReply, readChosen } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import { areasFor } from '../../programme/people/actor.ts';
import { sendAnnouncements } from './deeds.ts';
import { begin, begunBy } from './draft.ts';
import { announceNoticed } from './noticed.ts';
import { outcomeOf } from './outcome.ts';
import { createAnnouncementWork } from './perform/index.ts';
import { readPreview } from './preview.ts';
import { progress } from './progress.ts';
import { announcementReaders } from './reads.ts';
import type { Announcement } from './record/announcement.ts';
import { leave, send } from './send.ts';
import { createAnnouncer } from './sending/worker.ts';
import { announcements } from './store.ts';
import { announceTalk } from './talk.ts';

/** `ประกาศ` and `หยุดส่ง`: what an office tells people, and what became of that. */
export const announceFlow: Flow = {
  id: 'announce',
  decide: (person, call, event, context) => {
    if (event.kind === 'outcome') {
      const { outcome } = event;
      switch (outcome.of) {
        case 'planAnnouncement':
        case 'sendAnnouncement':
        case 'stopAnnouncement':
          return outcomeOf(person, outcome);
        default:
          return { person };
      }
    }
    if (areasFor(person.bindings, sendAnnouncements).length === 0)
      return notAllowed(person, t('announce:whoAnnounces'));
    return announcing(person, call, event, context);
  },
};

const nameOf = (call: Call): string => {
  if (call.kind === 'command') return call.command;
  return call.kind === 'event' ? '' : call.act;
};

function announcing(person: Person, call: Call, event: InboundEvent, context: Context): Turn {
  switch (nameOf(call)) {
    case 'stopSending':
      return ask({ underWay: read('announcementsOf', person.id) }, ({ underWay }) =>
        stopOne(person, underWay),
      );
    case 'stop':
      return stop(person, call.kind === 'act' ? call.value : undefined);
    case 'send':
      return call.kind === 'answer'
        ? readPreview(person, call, {
            send: () => send(person, call.data.of),
            leave: () => leave(person, call.data.draft, context),
          })
        : send(person, call.kind === 'act' ? call.value : undefined);
    case 'write':
      return leave(person, call.kind === 'act' ? call.value : undefined, context);
    case 'office':
      return asOffice(person, call, event, context);
    case 'new':
      return beginAnew(person, event, context);
    default:
      return ask({ underWay: read('announcementsOf', person.id) }, ({ underWay }) =>
        underWay.length > 0 ? progress(person, underWay) : beginAnew(person, event, context),
      );
  }
}

/** Who may announce in several areas says first in which. */
function beginAnew(person: Person, event: InboundEvent, context: Context, misses = 0): Decision {
  const own = areasFor(person.bindings, sendAnnouncements);
  const [only] = own;
  if (only && (own.length === 1 || begunBy(person))) return begin(person, only, event, context);
  return chooseReply(person, {
    flow: 'announce',
    act: 'office',
    heading: t('announce:whichOffice'),
    rows: rowsOf(own),
    misses,
  });
}

const rowsOf = (own: readonly Scope[]) => own.map((area) => ({ id: areaPath(area), name: areaTitle(area) }));

function asOffice(person: Person, call: Call, event: InboundEvent, context: Context): Decision {
  const own = areasFor(person.bindings, sendAnnouncements);
  if (call.kind === 'answer') {
    const text = call.event.kind === 'text' ? call.event.text : '';
    const chosen = readChosen(text, call.data, rowsOf(own), context.wordings);
    const area = chosen.kind === 'one' ? areaAt(chosen.id) : undefined;
    if (area) return begin(person, area, event, context);
    return beginAnew(person, event, context, missesOf(call.data) + 1);
  }
  const area = own.find((one) => call.kind === 'act' && areaPath(one) === call.value);
  return area ? begin(person, area, event, context) : beginAnew(person, event, context);
}

const stop = (person: Person, announcement = ''): Decision => ({
  person,
  intent: { kind: 'stopAnnouncement', announcement },
});

/** The words alone stop what is being sent, where it can only be one. */
function stopOne(person: Person, underWay: readonly Announcement[]): Decision {
  const [only, ...others] = underWay;
  if (only && others.length > 0) return progress(person, underWay);
  if (only) return stop(person, only.id);
  return tell(person, [t('announce:nothingGoing')]);
}

export const announce: Feature = {
  id: 'announce',
  flow: announceFlow,
  deeds: [sendAnnouncements],
  stores: { announcements },
  commands: { announce: {}, stopSending: {} },
  menu: [{ command: 'announce', place: 100, deed: sendAnnouncements }],
  buttons: [t('announce:showPreview'), t('announce:another')],
  startedBy: 'announce',
  forms: [announceTalk],
  outcomes: ['planAnnouncement', 'sendAnnouncement', 'stopAnnouncement'],
  notices: { announced: announceNoticed, announcementOver: announceNoticed },
  open: (parts) => {
    const announce = createAnnouncementWork(parts);
    return {
      readers: announcementReaders(parts.store),
      worker: (outside) => createAnnouncer({ ...parts, ...outside }),
      performers: { planAnnouncement: announce, sendAnnouncement: announce, stopAnnouncement: announce },
    };
  },
};
