import { type Deed, roles } from '../../programme/people/actor.ts';

export const seeTasks: Deed = { id: 'seeTasks', roles };
