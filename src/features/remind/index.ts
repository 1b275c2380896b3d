import type { Decision } from '../../kernel/decision.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { remindOthers, seeReminders } from './deeds.ts';
import { history, pageOf } from './history.ts';
import { confirmReminder, countLate, lateShown, leaveReminder, readReminder, remindOutcome } from './late.ts';
import { createLateWork } from './perform.ts';
import { reminderReaders } from './reads.ts';
import { lateByOrder } from './recipients.ts';
import { remindersTold } from './remindersTold.ts';
import { createReminder } from './worker.ts';

/** `แจ้งเตือน` and `ประวัติการแจ้งเตือน`: reminding those who are late now, and what became of every reminder. */
export const remindFlow: Flow = {
  id: 'remind',
  decide: (person, call, event, context) => {
    if (event.kind === 'outcome') {
      const { outcome } = event;
      if (outcome.of === 'countLate') return lateShown(person, outcome, context);
      return outcome.of === 'remindLate' ? remindOutcome(person, outcome, context) : { person };
    }
    return isHistory(call) ? history(person, pageOf(call), context) : reminding(person, call);
  },
};

const isHistory = (call: Call): boolean =>
  call.kind === 'command' ? call.command === 'whySilent' : call.kind === 'act' && call.act === 'history';

function reminding(person: Person, call: Call): Decision {
  if (call.kind === 'answer') return readReminder(person, call);
  if (call.kind !== 'act') return countLate(person);
  return call.act === 'leave' ? leaveReminder(person) : confirmReminder(person);
}

export const remind: Feature = {
  id: 'remind',
  flow: remindFlow,
  deeds: [remindOthers, seeReminders],
  commands: { remind: {}, whySilent: {} },
  menu: [
    { command: 'remind', place: 90, deed: remindOthers },
    { command: 'whySilent', place: 110, deed: seeReminders },
  ],
  startedBy: 'remind',
  outcomes: ['countLate', 'remindLate'],
  notices: { remindersOver: remindersTold },
  tells: { 'manual-reminder': lateByOrder },
  open: (parts) => {
    const late = createLateWork(parts);
    return {
      readers: reminderReaders(parts.store),
      performers: { countLate: late, remindLate: late },
      worker: (outside) => createReminder({ ...parts, ...outside }),
    };
  },
};
