import { describe, expect, it } from 'vitest';
import type { IntentId, IsoDate } from '../../../src/programme/ids.ts';
import type { Deputy } from '../../../src/programme/people/deputy.ts';
import { dropDeputy } from '../../../src/programme/people/nameDeputy.ts';
import { decideSeat, newSeat, vacateSeat } from '../../../src/programme/people/seat.ts';
import { assessment, idOf, openCase, people, photo, submittedCase } from './caseOffice.ts';

describe('a signature on paper', () => {
  it('is the step of the chair, recorded by the officer with photos', () => {
    const one = submittedCase();
    expect(one.recordsOnPaper('orathai', 'chair', [])).toEqual({ kind: 'photoMissing' });
    expect(one.recordsOnPaper('orathai', 'chair')).toMatchObject({ kind: 'signed', next: 'district' });
    const [signature] = one.last()?.signatures ?? [];
    expect(signature).toMatchObject({
      step: 'chair',
      name: 'สมชาย',
      position: 'ประธานกรรมการ',
      onPaper: { by: idOf('orathai'), byName: 'อรทัย', photos: [photo] },
    });
    expect(signature).not.toHaveProperty('person');
    expect(one.returns('head')).toMatchObject({ signers: [{ step: 'chair', name: 'สมชาย' }] });
  });

  it('is of no other step, and can be taken back by who recorded it', () => {
    const one = submittedCase();
    expect(one.recordsOnPaper('orathai', 'district')).toEqual({ kind: 'notYet', waitsFor: 'chair' });
    one.recordsOnPaper('orathai', 'chair');
    expect(one.recordsOnPaper('orathai', 'district')).toEqual({ kind: 'notEntitled' });
    expect(one.takesBack('orathai')).toMatchObject({ kind: 'takenBack', step: 'chair' });
  });
});

describe('a vacant seat', () => {
  it('is stood in for by whom the level above names for a report', () => {
    const one = submittedCase();
    expect(one.names('head', 'chair', 'member')).toMatchObject({
      kind: 'named',
      deputy: { role: 'chair', to: idOf('member'), name: 'บุญมี' },
    });
    expect(one.signs('member', 'chair')).toMatchObject({ kind: 'signed', step: 'chair' });
    expect(one.last()?.signatures[0]).toMatchObject({
      person: idOf('member'),
      capacity: { role: 'chair', delegated: true },
    });
  });

  it('is stood in for to the end of a day', () => {
    const one = submittedCase();
    expect(one.names('head', 'chair', 'member', '2022-07-31')).toEqual({ kind: 'dateIsPast' });
    one.names('head', 'chair', 'member', '2022-08-05');
    one.goTo('2022-08-05T17:00:00Z');
    expect(one.signs('member', 'chair')).toEqual({ kind: 'notEntitled' });
    one.goTo('2022-08-05T16:59:59Z');
    expect(one.signs('member', 'chair')).toMatchObject({ kind: 'signed' });
  });

  it('is given to nobody by who is not the level above, and to nobody who signs another step', () => {
    const one = submittedCase();
    expect(one.names('otherHead', 'chair', 'member')).toEqual({ kind: 'notEntitled' });
    expect(one.names('provinceHead', 'chair', 'member')).toEqual({ kind: 'notEntitled' });
    expect(one.names('head', 'chair', 'head')).toEqual({ kind: 'notEntitled' });
    one.names('head', 'chair', 'orathai');
    expect(one.signs('orathai', 'chair')).toMatchObject({ kind: 'signedAnotherStep' });
  });

  it('is stood in for by the latest word, of a report and of a date apart', () => {
    const one = submittedCase();
    one.names('head', 'chair', 'member');
    one.names('head', 'chair', 'academic');
    expect(one.signs('member', 'chair')).toEqual({ kind: 'notEntitled' });
    one.names('head', 'chair', 'wichai', '2022-08-05');
    expect(one.signs('academic', 'chair')).toMatchObject({ kind: 'signed' });
  });
});

describe('a seat that somebody holds', () => {
  it('has a deputy until a date by its holder, who signs too', () => {
    const one = submittedCase();
    expect(one.names('chair', 'chair', 'member', '2022-08-05', ['chair'])).toMatchObject({ kind: 'named' });
    expect(one.signs('member', 'chair')).toMatchObject({ kind: 'signed' });
    one.takesBack('member');
    expect(one.signs('chair', 'chair')).toMatchObject({ kind: 'signed' });
  });

  it('has none by the level above but for a report that its holder cannot sign', () => {
    const one = submittedCase();
    expect(one.names('head', 'chair', 'member', '2022-08-05', ['chair'])).toEqual({ kind: 'seatTaken' });
    expect(one.names('head', 'chair', 'member', undefined, ['chair'])).toMatchObject({ kind: 'named' });
    expect(one.names('chair', 'chair', 'member', undefined, ['chair'])).toEqual({ kind: 'notEntitled' });
  });

  it('has no deputy of before once somebody takes it, and none once its holder leaves', () => {
    const intent = { id: 'i1' as IntentId, by: idOf('chair'), at: new Date('2022-08-01T02:00:00Z') };
    const seated = decideSeat(newSeat('s'), intent).record;
    const named = { ...seated, deputies: [deputyOf('member')] };
    expect(decideSeat(named, { ...intent, id: 'i2' as IntentId }).record.deputies).toBeUndefined();
    expect(vacateSeat(named, { ...intent, id: 'i3' as IntentId })?.record.deputies).toBeUndefined();
    const dropped = dropDeputy(named, { ...intent, id: 'i4' as IntentId, by: idOf('member') });
    expect(dropped?.record.deputies).toEqual([]);
    expect(dropDeputy(named, { ...intent, id: 'i5' as IntentId })).toBeUndefined();
  });
});

describe('a freeze', () => {
  const frozen = {
    ...{ kind: 'frozen', from: '2022-08-02', until: '2022-08-03' },
    ...{ reason: 'ตรวจสอบบัญชี', byName: 'อารี' },
  };

  it('leaves all readable and nothing else, between its dates', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    expect(one.freezes('academic', '2022-08-02', '2022-08-03')).toMatchObject({ kind: 'set' });
    one.goTo('2022-08-01T17:00:00Z');
    const before = one.present.revisions;
    expect(one.signs('head', 'district')).toEqual(frozen);
    expect(one.returns('head')).toEqual(frozen);
    expect(one.takesBack('chair')).toEqual(frozen);
    expect(one.recalls('orathai')).toEqual(frozen);
    expect(one.recordsOnPaper('orathai', 'chair')).toEqual(frozen);
    expect(one.present.revisions).toBe(before);
    one.goTo('2022-08-03T17:00:00Z');
    expect(one.signs('head', 'district')).toMatchObject({ kind: 'signed' });
  });

  it('keeps the draft, which may be let go of and goes along with the work of its holder', () => {
    const one = openCase(assessment);
    one.claims('orathai');
    one.freezes('academic', '2022-08-01', '2022-08-03');
    expect(one.submits('orathai', 26)).toMatchObject({ kind: 'frozen' });
    expect(one.claims('wichai', true)).toMatchObject({ kind: 'frozen' });
    const draft = one.present.holder?.draft ?? '';
    one.settle({ ...one.act('wichai'), kind: 'takeOverOffice', draft });
    expect(one.present.holder).toMatchObject({ person: idOf('wichai'), draft });
    one.releases('wichai', draft);
    expect(one.present.holder).toBeUndefined();
  });

  it('is set with a reason and dates that lie ahead, and lifted by no smaller area', () => {
    const one = submittedCase();
    expect(one.freezes('head', '2022-08-01', '2022-08-03')).toEqual({ kind: 'notEntitled' });
    expect(one.freezes('academic', '2022-08-01', '2022-08-03', ' ')).toEqual({ kind: 'reasonMissing' });
    expect(one.freezes('academic', '2022-07-31', '2022-08-03')).toEqual({ kind: 'datesAreWrong' });
    expect(one.freezes('academic', '2022-08-03', '2022-08-02')).toEqual({ kind: 'datesAreWrong' });
    expect(one.lifts('academic')).toEqual({ kind: 'notFrozen' });
    one.freezes('department', '2022-08-01', '2022-08-03');
    expect(one.lifts('academic')).toMatchObject({ kind: 'frozen', byName: 'นภา' });
    expect(one.freezes('academic', '2022-08-01', '2022-08-01')).toMatchObject({ kind: 'frozen' });
    expect(one.lifts('department')).toMatchObject({ kind: 'lifted' });
    expect(one.signs('chair', 'chair')).toMatchObject({ kind: 'signed' });
  });
});

const deputyOf = (who: 'member'): Deputy => ({
  ...{ role: 'chair', scope: people.chair.capacity.scope, to: idOf(who), name: people[who].name },
  ...{ by: idOf('chair'), byName: people.chair.name, at: new Date('2022-08-01T02:00:00Z') },
  term: { kind: 'until', until: '2022-08-05' as IsoDate },
});
