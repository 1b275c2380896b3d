import { describe, expect, it } from 'vitest';
import { assessment, idOf, lockedCase, openCase, photo, submittedCase } from './caseOffice.ts';

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
  it('is filled for one case by the level above', () => {
    const one = submittedCase();
    expect(one.delegates('head', 'chair', 'member')).toEqual({
      kind: 'delegated',
      step: 'chair',
      to: idOf('member'),
      name: 'บุญมี',
    });
    expect(one.signs('member', 'chair')).toMatchObject({ kind: 'signed', step: 'chair' });
    expect(one.last()?.signatures[0]).toMatchObject({
      person: idOf('member'),
      capacity: { role: 'chair', delegated: true },
    });
  });

  it('is filled until the end of a date', () => {
    const one = submittedCase();
    one.delegates('head', 'chair', 'member', '2022-08-05');
    one.goTo('2022-08-05T17:00:00Z');
    expect(one.signs('member', 'chair')).toEqual({ kind: 'notEntitled' });
    one.goTo('2022-08-05T16:59:59Z');
    expect(one.signs('member', 'chair')).toMatchObject({ kind: 'signed' });
  });

  it('is filled by nobody else, not with oneself and not with who signs another step', () => {
    const one = submittedCase();
    expect(one.delegates('otherHead', 'chair', 'member')).toEqual({ kind: 'notEntitled' });
    expect(one.delegates('provinceHead', 'chair', 'member')).toEqual({ kind: 'notEntitled' });
    expect(one.delegates('head', 'chair', 'head')).toEqual({ kind: 'notEntitled' });
    expect(one.delegates('head', 'chair', 'orathai')).toMatchObject({ kind: 'signedAnotherStep' });
    one.signs('chair', 'chair');
    expect(one.delegates('head', 'chair', 'member')).toMatchObject({ kind: 'alreadySigned', step: 'chair' });
    expect(lockedCase().delegates('head', 'chair', 'member')).toMatchObject({ kind: 'locked' });
  });

  it('is filled by the latest word', () => {
    const one = submittedCase();
    one.delegates('head', 'chair', 'member');
    one.delegates('head', 'chair', 'academic');
    expect(one.signs('member', 'chair')).toEqual({ kind: 'notEntitled' });
    expect(one.signs('academic', 'chair')).toMatchObject({ kind: 'signed' });
  });
});

describe('a freeze', () => {
  const frozen = {
    kind: 'frozen',
    from: '2022-08-02',
    until: '2022-08-03',
    reason: 'ตรวจสอบบัญชี',
    byName: 'อารี',
  };

  it('lets nothing be signed or changed between two dates, and says why and until when', () => {
    const one = submittedCase();
    expect(one.freezes('academic', '2022-08-02', '2022-08-03')).toMatchObject({ kind: 'freezeSet' });
    expect(one.signs('chair', 'chair')).toMatchObject({ kind: 'signed' });
    one.goTo('2022-08-01T17:00:00Z');
    expect(one.signs('head', 'district')).toEqual(frozen);
    expect(one.returns('head')).toEqual(frozen);
    expect(one.takesBack('chair')).toEqual(frozen);
    expect(one.recalls('orathai')).toEqual(frozen);
    expect(one.delegates('provinceHead', 'district', 'member')).toEqual(frozen);
    expect(one.recordsOnPaper('orathai', 'chair')).toEqual(frozen);
    one.goTo('2022-08-03T17:00:00Z');
    expect(one.signs('head', 'district')).toMatchObject({ kind: 'signed' });
  });

  it('holds for drafts, which can be given up meanwhile', () => {
    const one = openCase(assessment);
    one.claims('orathai');
    one.freezes('academic', '2022-08-01', '2022-08-03');
    expect(one.submits('orathai', 26)).toMatchObject({ kind: 'frozen' });
    expect(one.claims('wichai', true)).toMatchObject({ kind: 'frozen' });
    one.releases('orathai', one.present.holder?.draft ?? '');
    expect(one.stage).toEqual({ kind: 'notBegun' });
  });

  it('is set and lifted by province and department, and not below who set it', () => {
    const one = submittedCase();
    expect(one.freezes('head', '2022-08-01', '2022-08-03')).toEqual({ kind: 'notEntitled' });
    expect(one.freezes('academic', '2022-08-01', '2022-08-03', '')).toEqual({ kind: 'reasonMissing' });
    one.freezes('department', '2022-08-01', '2022-08-03');
    expect(one.unfreezes('academic')).toMatchObject({ kind: 'frozen', byName: 'นภา' });
    expect(one.freezes('academic', '2022-08-01', '2022-08-01')).toMatchObject({ kind: 'frozen' });
    expect(one.unfreezes('department')).toEqual({ kind: 'freezeLifted' });
    expect(one.signs('chair', 'chair')).toMatchObject({ kind: 'signed' });
  });
});
