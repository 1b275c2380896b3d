import type { Call, Decision, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { history, historyAreas, neededFor, pageOf } from './history.ts';
import { confirmReminder, lateShown, leaveReminder, readReminder, remind, remindOutcome } from './late.ts';

/** `แจ้งเตือน` and `ประวัติการแจ้งเตือน`: reminding those who are late now, and what became of every reminder. */
export const remindFlow: Flow = {
  id: 'remind',
  needs: (person, call) =>
    isHistory(call) ? { reminders: { areas: historyAreas(person), limit: neededFor(pageOf(call)) } } : {},
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
  if (call.kind !== 'act') return remind(person);
  return call.act === 'leave' ? leaveReminder(person) : confirmReminder(person);
}
