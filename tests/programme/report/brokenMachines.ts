import type { IsoDate, PersonId } from '../../../src/programme/ids.ts';
import type { Deputy } from '../../../src/programme/people/deputy.ts';
import type { Revision } from '../../../src/programme/report/revision.ts';
import type { Case, Content, Machine } from './caseOffice.ts';
import { capacities } from './caseOffice.ts';

type Broken = { readonly law: string; readonly breaks: (sound: Machine) => Machine };

const lastOf = ({ revisions }: Case) => revisions.at(-1);
const withLast = (of: Case, change: (last: Revision<Content>) => Revision<Content>): Case => {
  const last = lastOf(of);
  return last ? { ...of, revisions: of.revisions.with(-1, change(last)) } : of;
};

/** Machines with one thing wrong in each, and the law that is to see it. */
export const brokenMachines: { readonly [what: string]: Broken } = {
  'ignores which hash was shown': {
    law: 'nothing is signed that was not shown',
    breaks: (sound) => (present, intent, around) =>
      sound(
        present,
        intent.kind === 'sign' || intent.kind === 'onPaper'
          ? { ...intent, shown: lastOf(present)?.hash ?? '' }
          : intent,
        around,
      ),
  },
  'lets one person sign two steps': {
    law: 'nobody signs two steps',
    breaks: (sound) => (present, intent, around) => {
      if (intent.kind !== 'sign' || present.outcomes[intent.id]) return sound(present, intent, around);
      const { record, outcome } = sound(present, { ...intent, by: 'P-nobody' as PersonId }, around);
      const named = withLast(record, (last) => ({
        ...last,
        signatures: last.signatures.map((one) =>
          one.person === 'P-nobody' ? { ...one, person: intent.by } : one,
        ),
      }));
      return { record: named, outcome };
    },
  },
  'drops the lock': {
    law: 'locked stays locked',
    breaks: (sound) => (present, intent, around) => {
      const decided = sound(present, intent, around);
      if (decided.record === present) return decided;
      return { ...decided, record: withLast(decided.record, ({ locked: _, ...last }) => last) };
    },
  },
  'corrects the locked report itself': {
    law: 'locked stays locked',
    breaks: (sound) => (present, intent, around) => {
      const decided = sound(present, intent, around);
      const { record, outcome } = decided;
      if (outcome.kind !== 'submitted' || !present.revisions.at(-1)?.locked) return decided;
      return { outcome, record: { ...record, revisions: record.revisions.toSpliced(-2, 1) } };
    },
  },
  'keeps signatures over a changed hash': {
    law: 'a changed report starts the chain again',
    breaks: (sound) => (present, intent, around) => {
      const decided = sound(present, intent, around);
      if (decided.record === present || decided.outcome.kind !== 'submitted') return decided;
      const signatures = lastOf(present)?.signatures ?? [];
      return { ...decided, record: withLast(decided.record, (last) => ({ ...last, signatures })) };
    },
  },
  'starts the chain again over an unchanged hash': {
    law: 'an unchanged one keeps the signatures and goes straight back to the returner',
    breaks: (sound) => (present, intent, around) => {
      const decided = sound(present, intent, around);
      if (decided.record === present || decided.outcome.kind !== 'submitted') return decided;
      return { ...decided, record: withLast(decided.record, (last) => ({ ...last, signatures: [] })) };
    },
  },
  'ignores a freeze': {
    law: 'frozen changes nothing',
    breaks: (sound) => (present, intent, around) => sound(present, intent, { ...around, freezes: [] }),
  },
  'forgets what it decided': {
    law: 'an intent seen before changes nothing',
    breaks: (sound) => (present, intent, around) => {
      const { [intent.id]: _, ...outcomes } = present.outcomes;
      return sound({ ...present, outcomes }, intent, around);
    },
  },
  'lets anybody sign': {
    law: 'the steps are signed in their order, by who has the seat or was named for it',
    breaks: (sound) => (present, intent, around) =>
      sound(
        present,
        intent.kind === 'sign'
          ? { ...intent, capacity: capacities[intent.step as keyof typeof capacities] }
          : intent,
        around,
      ),
  },
  'lets anybody return': {
    law: 'a report goes back by who may take the step that it waits for, or one that it has passed',
    breaks: (sound) => (present, intent, around) =>
      sound(present, intent.kind === 'return' ? { ...intent, capacity: capacities.chair } : intent, around),
  },
  'lets a deputy sign after the last day': {
    law: 'the steps are signed in their order, by who has the seat or was named for it',
    breaks: (sound) => (present, intent, around) => {
      const endless = around.deputies.map(
        (one): Deputy => ({
          ...one,
          term: { kind: 'until', until: '2999-12-31' as IsoDate },
        }),
      );
      return sound(present, intent, { ...around, deputies: endless });
    },
  },
  'lets a signed report be recalled': {
    law: 'a report is recalled only while nobody has signed it since',
    breaks: (sound) => (present, intent, around) => {
      const last = lastOf(present);
      if (intent.kind !== 'recall' || present.outcomes[intent.id] || last?.ended || last?.locked) {
        return sound(present, intent, around);
      }
      const earlier = withLast(present, (last) => ({
        ...last,
        signatures: last.signatures.map((one) => ({ ...one, revision: 0 })),
      }));
      return sound(earlier, intent, around);
    },
  },
  'lets anybody take a signature back': {
    law: 'only the newest signature is taken back, by who gave or recorded it',
    breaks: (sound) => (present, intent, around) => {
      const newest = lastOf(present)?.signatures.at(-1);
      const whose = newest?.person ?? newest?.onPaper?.by;
      return sound(present, intent.kind === 'takeBack' && whose ? { ...intent, by: whose } : intent, around);
    },
  },
  'submits another content than was shown': {
    law: 'what is submitted is what was shown',
    breaks: (sound) => (present, intent, around) => {
      if (intent.kind !== 'submit') return sound(present, intent, around);
      const { shown: _, ...unseen } = intent;
      return sound(present, unseen, around);
    },
  },
};
