import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.ts';
import { decideInvite, type Invite } from '../../../src/programme/people/invite.ts';
import { at, district, intentId, later, personId } from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function invitesContract(open: OpenWorld): void {
  let world: World;
  let invites: Store['invites'];
  beforeAll(async () => {
    world = await open();
    invites = world.store('a').invites;
  });
  afterAll(() => world.close());

  const invite = (code: string): Invite => ({
    code,
    role: 'officer',
    scope: district('วาริชภูมิ', 'สกลนคร'),
    expiresAt: later(60),
    rev: 1,
    outcomes: {},
  });

  describe('an invitation', () => {
    test('is read by its code, and by no other', async () => {
      expect(await invites.write(invite('AAAA1111'), 0)).toBe('committed');
      expect(await invites.write(invite('AAAA1111'), 0)).toBe('lost');
      expect(await invites.read('AAAA1111')).toEqual(invite('AAAA1111'));
      expect(await invites.read('AAAA1112')).toBeUndefined();
    });

    test('is open for its areas and for who made it, until it is used, withdrawn or over', async () => {
      const other = district('โคกศรีสุพรรณ', 'สกลนคร');
      const made = (code: string, more: Partial<Invite> = {}) =>
        invites.write({ ...invite(code), scope: other, ...more }, 0);
      await made('CCCC1111');
      await made('CCCC2222', { usedBy: personId(1) });
      await made('CCCC3333', { withdrawnBy: personId(1) });
      await made('CCCC4444', { expiresAt: at });
      await made('CCCC5555', { scope: district('เมืองเลย', 'เลย'), issuedBy: personId(9) });
      const codes = async (...asked: Parameters<typeof invites.open>) =>
        (await invites.open(...asked)).map(({ code }) => code).sort();
      expect(await codes([other], personId(9), at)).toEqual(['CCCC1111', 'CCCC5555']);
      expect(await codes([], personId(9), at)).toEqual(['CCCC5555']);
      expect(await codes([other], personId(8), at)).toEqual(['CCCC1111']);
    });

    test('which thirty accounts redeem at once is redeemed by one', async () => {
      await invites.write(invite('BBBB2222'), 0);
      const redeem = async (n: number): Promise<string> => {
        const present = await invites.read('BBBB2222');
        if (!present) return 'unknown';
        const { invite, outcome } = decideInvite(present, { id: intentId(`r${n}`), by: personId(n), at });
        return (await invites.write(invite, present.rev)) === 'committed' ? outcome.kind : redeem(n);
      };
      const outcomes = await Promise.all(Array.from({ length: 30 }, (_, n) => redeem(n)));
      expect(outcomes.filter((kind) => kind === 'redeemed')).toHaveLength(1);
      expect(outcomes.filter((kind) => kind === 'used')).toHaveLength(29);
    });
  });
}
