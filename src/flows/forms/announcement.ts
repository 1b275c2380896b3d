/** ประกาศ: no form of the programme, only what has to be known before one is sent. */
import { reportingRoles } from '../../domain/people/actor.ts';
import type { Form } from '../../engine/form.ts';

/** LINE shows a text of this length whole, and so does the preview. */
const longestText = 1000;

export const announcement: Form = {
  id: 'announcement',
  version: 2565,
  source: 'ประกาศถึงผู้ใช้งาน',
  steps: [
    { id: 'roles', part: 'to', kind: 'many', options: [...reportingRoles] },
    { id: 'where', part: 'to', kind: 'choice', options: ['all', 'some'] },
    { id: 'areas', part: 'to', kind: 'text', max: 5000, when: { is: ['where', 'some'] } },
    { id: 'late', part: 'to', kind: 'yesNo' },
    { id: 'text', part: 'what', kind: 'text', max: longestText },
    { id: 'photo', part: 'what', kind: 'photo', optional: true },
  ],
};
