/** ประกาศ: no form of the programme, only what has to be known before one is sent. */

import type { Form } from '../../engine/form.ts';
import type { Derived } from '../../engine/walk.ts';
import { reportingRoles } from '../../programme/people/actor.ts';

/** LINE shows a text of this length whole, and so does the preview. */
const longestText = 1000;

/** Where nobody could open what is attached, it is not asked for. */
export const announcementDerived: Derived = {
  attaches: (_, { servesFiles }) => servesFiles ?? true,
};

export const announcement: Form = {
  id: 'announcement',
  version: 2565,
  source: 'ประกาศถึงผู้ใช้งาน',
  steps: [
    { id: 'roles', part: 'to', kind: 'many', options: [...reportingRoles] },
    { id: 'where', part: 'to', kind: 'choice', options: ['all', 'some'] },
    { id: 'areas', part: 'to', kind: 'text', figures: true, max: 5000, when: { is: ['where', 'some'] } },
    { id: 'late', part: 'to', kind: 'yesNo' },
    { id: 'text', part: 'what', kind: 'text', max: longestText },
    {
      id: 'attachment',
      part: 'what',
      kind: 'photo',
      files: true,
      optional: true,
      when: { fact: 'attaches' },
    },
  ],
};
