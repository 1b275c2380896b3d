import type { Deed } from '../../../src/programme/people/actor.ts';

export const checkVillages: Deed = { id: 'checkVillages', roles: ['officer'] };
export const certify: Deed = { id: 'certifyVillages', roles: ['districtHead', 'provinceHead'] };
