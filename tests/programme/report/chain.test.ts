import { describe, expect, it } from 'vitest';
import { certifiedRevision, newestRevision } from '../../../src/programme/report/stage.ts';
import { assessment, capacities, idOf, lockedCase, openCase, photo, submittedCase } from './caseOffice.ts';

const waitsFor = (step: string) => ({ kind: 'waits', step: { id: step } });

describe('the chain of an assessment', () => {
  it('goes from the officer by the chair and the district to the province, and is then locked', () => {
    const one = openCase(assessment);
    expect(one.stage).toEqual({ kind: 'notBegun' });
    one.claims('orathai');
    expect(one.stage).toMatchObject({ kind: 'inProgress', holder: { name: 'อรทัย' } });
    expect(one.submits('orathai', 26)).toMatchObject({ kind: 'submitted', revision: 1, next: 'chair' });
    expect(one.stage).toMatchObject(waitsFor('chair'));
    expect(one.signs('chair', 'chair')).toMatchObject({ kind: 'signed', step: 'chair', next: 'district' });
    expect(one.signs('head', 'district')).toMatchObject({ kind: 'signed', next: 'province' });
    expect(one.stage).toMatchObject({ ...waitsFor('province'), since: new Date('2022-08-01T05:00:00Z') });
    const signed = one.signs('provinceHead', 'province');
    expect(signed).toMatchObject({ kind: 'signed', step: 'province', revision: 1 });
    expect(signed).not.toHaveProperty('next');
    expect(one.stage).toMatchObject({ kind: 'done', locked: true, revision: 1 });
  });

  it('names in a signature the person, the position, the capacity and the hash', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    one.signs('head', 'district');
    expect(one.last()?.signatures.at(-1)).toMatchObject({
      step: 'district',
      person: idOf('head'),
      name: 'มาลี',
      position: 'ตำแหน่งของมาลี',
      capacity: { role: 'districtHead' },
      hash: one.hash(),
    });
  });

  it('keeps its order', () => {
    const one = submittedCase();
    expect(one.signs('head', 'district')).toEqual({ kind: 'notYet', waitsFor: 'chair' });
    one.signs('chair', 'chair');
    expect(one.signs('chair', 'chair')).toEqual({ kind: 'alreadySigned', step: 'chair', name: 'สมชาย' });
    expect(one.signs('provinceHead', 'district')).toEqual({ kind: 'notEntitled' });
  });

  it('is closed to who has no seat in the area, or lost it between card and tap', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    expect(one.signs('otherHead', 'district')).toEqual({ kind: 'notEntitled' });
    expect(one.signs('head', 'district', one.hash(), { role: 'officer' })).toEqual({ kind: 'notEntitled' });
    expect(one.signedSteps()).toEqual(['chair']);
  });

  it('takes no signature for what was not shown', () => {
    const one = submittedCase();
    const card = one.hash();
    one.recalls('orathai');
    expect(one.signs('chair', 'chair')).toEqual({ kind: 'notInChain' });
    one.submits('orathai', 30);
    expect(one.signs('chair', 'chair', card)).toEqual({ kind: 'changed' });
    expect(one.signs('chair', 'chair', one.hash().slice(0, 4))).toEqual({ kind: 'changed' });
    expect(one.signs('chair', 'chair', one.hash().slice(0, 12))).toMatchObject({ kind: 'signed' });
  });

  it('lets nobody sign two steps, whatever the seats; submitting is one', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    expect(one.signs('chair', 'district', one.hash(), capacities.district)).toEqual({
      kind: 'signedAnotherStep',
      step: 'chair',
      name: 'สมชาย',
    });
    expect(one.signs('orathai', 'district', one.hash(), capacities.district)).toEqual({
      kind: 'signedAnotherStep',
      step: 'submit',
      name: 'อรทัย',
    });
    one.signs('head', 'district');
    one.returns('provinceHead');
    expect(one.claims('head')).toMatchObject({ kind: 'signedAnotherStep', step: 'district' });
    expect(one.submits('head', 30)).toMatchObject({ kind: 'signedAnotherStep', step: 'district' });
  });
});

describe('going back', () => {
  it('is possible for the officer until somebody signs', () => {
    const one = submittedCase();
    expect(one.recalls('orathai')).toMatchObject({ kind: 'recalled', revision: 1 });
    expect(one.stage).toMatchObject({ kind: 'recalled', holder: { name: 'อรทัย' } });
    expect(newestRevision(one.present)).toBeUndefined();
    one.submits('orathai', 27);
    one.signs('chair', 'chair');
    expect(one.recalls('orathai')).toEqual({ kind: 'alreadySigned', step: 'chair', name: 'สมชาย' });
  });

  it('is possible for who signed until the next step', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    expect(one.takesBack('head')).toEqual({ kind: 'nothingToTakeBack' });
    expect(one.takesBack('chair')).toEqual({ kind: 'takenBack', step: 'chair', revision: 1 });
    expect(one.stage).toMatchObject({ ...waitsFor('chair'), since: new Date('2022-08-01T06:00:00Z') });
    one.signs('chair', 'chair');
    one.signs('head', 'district');
    expect(one.takesBack('chair')).toEqual({ kind: 'nothingToTakeBack' });
  });

  it('names the reason, the officer and all who signed', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    one.signs('head', 'district');
    expect(one.returns('provinceHead')).toEqual({
      kind: 'returned',
      step: 'province',
      receipt: expect.stringMatching(/^FL65-/),
      revision: 1,
      reason: 'ตัวเลขไม่ตรง',
      to: { person: idOf('orathai'), name: 'อรทัย' },
      signers: [
        { step: 'chair', name: 'สมชาย', person: idOf('chair') },
        { step: 'district', name: 'มาลี', person: idOf('head') },
      ],
    });
    expect(one.stage).toMatchObject({ kind: 'returned', ended: { reason: 'ตัวเลขไม่ตรง', photos: [photo] } });
    expect(newestRevision(one.present)).toMatchObject({ no: 1 });
  });

  it('needs a reason, a card of now and a step that was reached', () => {
    const one = submittedCase();
    expect(one.returns('chair', ' ')).toEqual({ kind: 'reasonMissing' });
    expect(one.returns('chair', 'x', 'the hash of another week')).toEqual({ kind: 'changed' });
    expect(one.returns('head')).toEqual({ kind: 'notEntitled' });
    expect(one.returns('orathai')).toEqual({ kind: 'notEntitled' });
  });

  it('unchanged brings it straight back to the returner, with all other signatures', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    one.signs('head', 'district');
    one.returns('provinceHead');
    one.claims('wichai');
    expect(one.submits('wichai', 26, { remark: 'checked again' })).toMatchObject({
      kind: 'submitted',
      revision: 2,
      next: 'province',
      kept: [{ step: 'chair' }, { step: 'district' }],
    });
    expect(one.signs('provinceHead', 'province')).toMatchObject({ kind: 'signed' });
    expect(one.stage).toMatchObject({ kind: 'done', locked: true, revision: 2 });
  });

  it('unchanged asks again whoever signed and returned it afterwards, and nobody else', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    one.signs('head', 'district');
    expect(one.returns('chair')).toMatchObject({ kind: 'returned', step: 'chair' });
    one.claims('orathai');
    expect(one.submits('orathai', 26)).toMatchObject({ next: 'chair', kept: [{ step: 'district' }] });
    expect(one.signs('chair', 'chair')).toMatchObject({ kind: 'signed', next: 'province' });
  });

  it('changed starts the chain again', () => {
    const one = submittedCase();
    one.signs('chair', 'chair');
    one.signs('head', 'district');
    one.returns('provinceHead');
    one.claims('orathai');
    expect(one.submits('orathai', 25)).toMatchObject({ next: 'chair', kept: [] });
    expect(one.present.revisions[0]?.signatures).toHaveLength(2);
  });
});

describe('a locked report', () => {
  it('stays as it is', () => {
    const one = lockedCase();
    const receipt = one.last()?.receipt;
    expect(one.recalls('orathai')).toEqual({ kind: 'locked', receipt });
    expect(one.returns('provinceHead')).toEqual({ kind: 'locked', receipt });
    expect(one.takesBack('provinceHead')).toEqual({ kind: 'locked', receipt });
    expect(one.signs('provinceHead', 'province')).toEqual({ kind: 'locked', receipt });
    expect(one.claims('orathai')).toEqual({ kind: 'alreadySubmitted', receipt });
  });

  it('is corrected by a new revision with a chain of its own, and certified until that is', () => {
    const one = lockedCase();
    const before = one.last();
    expect(one.revises('orathai')).toMatchObject({ kind: 'claimed' });
    expect(one.stage).toMatchObject({ kind: 'done', locked: true, holder: { name: 'อรทัย' } });
    expect(one.submits('orathai', 26)).toEqual({ kind: 'nothingNew', receipt: before?.receipt });
    expect(one.submits('orathai', 30)).toMatchObject({ kind: 'submitted', revision: 2, next: 'chair' });
    expect(one.stage).toMatchObject(waitsFor('chair'));
    expect(one.present.revisions[0]).toEqual(before);
    expect(certifiedRevision(one.present)).toMatchObject({ no: 1 });
    expect(newestRevision(one.present)).toMatchObject({ no: 2 });
    one.signs('chair', 'chair');
    one.signs('head', 'district');
    one.signs('provinceHead', 'province');
    expect(certifiedRevision(one.present)).toMatchObject({ no: 2 });
  });

  it('whose correction was given up is as it was', () => {
    const one = lockedCase();
    one.revises('orathai');
    one.releases('orathai', one.present.holder?.draft ?? '');
    expect(one.stage).toMatchObject({ kind: 'done', locked: true });
    expect(one.stage).not.toHaveProperty('holder');
  });

  it('is not what a report in the chain is', () => {
    expect(submittedCase().revises('orathai')).toMatchObject({ kind: 'alreadySubmitted' });
  });
});
