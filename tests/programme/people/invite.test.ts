import { describe, expect, it } from 'vitest';
import type { IntentId, PersonId } from '../../../src/programme/ids.ts';
import {
  decideInvite,
  type Invite,
  inviteLife,
  withdrawInvite,
} from '../../../src/programme/people/invite.ts';
import { inviteCode, readInviteCode } from '../../../src/programme/people/inviteCode.ts';

const made = new Date('2022-08-01T02:00:00Z');
const expiresAt = new Date(made.getTime() + inviteLife);
const scope = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' } as const;
const invite: Invite = { code: '7K4M2QXA', role: 'officer', scope, expiresAt, rev: 1, outcomes: {} };
const redeem = (id: string, by = 'P1', at = made) => ({ id: id as IntentId, by: by as PersonId, at });

describe('an invitation', () => {
  it('binds whoever redeems it first to its role and area, from then on', () => {
    const { invite: used, outcome } = decideInvite(invite, redeem('a'));
    expect(outcome).toEqual({ kind: 'redeemed', binding: { role: 'officer', scope, since: made } });
    expect(used).toMatchObject({ usedBy: 'P1', rev: 2 });
  });

  it('is used up for everyone else, and for the same person a second time', () => {
    const { invite: used } = decideInvite(invite, redeem('a'));
    expect(decideInvite(used, redeem('b', 'P2')).outcome).toEqual({ kind: 'used' });
    expect(decideInvite(used, redeem('c', 'P1')).outcome).toEqual({ kind: 'used' });
    expect(decideInvite(used, redeem('b', 'P2')).invite.usedBy).toBe('P1');
  });

  it('redeemed once more by the same event is redeemed', () => {
    const { invite: used, outcome } = decideInvite(invite, redeem('a'));
    expect(decideInvite(used, redeem('a'))).toEqual({ invite: used, outcome });
  });

  it('holds for seven days to the millisecond', () => {
    expect(inviteLife).toBe(7 * 24 * 3600 * 1000);
    const last = new Date(expiresAt.getTime() - 1);
    expect(decideInvite(invite, redeem('a', 'P1', last)).outcome.kind).toBe('redeemed');
    expect(decideInvite(invite, redeem('a', 'P1', expiresAt)).outcome).toEqual({ kind: 'expired' });
  });

  it('is withdrawn by anybody as long as nobody used it, and then redeemed by nobody', () => {
    const { invite: withdrawn, outcome } = withdrawInvite(invite, redeem('w', 'P9'));
    expect(outcome).toEqual({ kind: 'withdrawn' });
    expect(withdrawn).toMatchObject({ withdrawnBy: 'P9', rev: 2 });
    expect(withdrawInvite(withdrawn, redeem('w', 'P9'))).toEqual({ invite: withdrawn, outcome });
    expect(decideInvite(withdrawn, redeem('a')).outcome).toEqual({ kind: 'withdrawn' });
    const { invite: used } = decideInvite(invite, redeem('a'));
    expect(withdrawInvite(used, redeem('w', 'P9')).outcome).toEqual({ kind: 'used' });
    expect(withdrawInvite(invite, redeem('w', 'P9', expiresAt)).outcome).toEqual({ kind: 'expired' });
  });

  it('that is used says so even after it expired', () => {
    const { invite: used } = decideInvite(invite, redeem('a'));
    expect(decideInvite(used, redeem('b', 'P2', new Date(expiresAt.getTime() + 1))).outcome).toEqual({
      kind: 'used',
    });
  });
});

describe('a code', () => {
  it('has eight symbols without look-alikes', () => {
    for (let byte = 0; byte < 256; byte += 1)
      expect(inviteCode(Uint8Array.from({ length: 16 }, (_, n) => (byte + n * 37) % 256))).toMatch(
        /^[0-9A-HJKMNP-TV-Z]{8}$/,
      );
  });

  it('is read as people type it', () => {
    for (const typed of [
      '7K4M2QXA',
      '7k4m2qxa',
      ' 7K4M-2QXA ',
      '7K4M 2QXA',
      '๗K๔M๒QXA',
      '７Ｋ４Ｍ２ＱＸＡ',
      '7K4M\u200b2QXA',
    ])
      expect([typed, readInviteCode(typed)]).toEqual([typed, '7K4M2QXA']);
    expect(readInviteCode('OIL00000')).toBe('01100000');
  });

  it('of another length, or with a U, is none', () => {
    for (const typed of ['', '7K4M2QX', '7K4M2QXA1', 'UUUUUUUU', 'รหัสเชิญครับ', '7K4M2QX*'])
      expect([typed, readInviteCode(typed)]).toEqual([typed, undefined]);
  });
});
