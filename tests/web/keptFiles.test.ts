import { describe, expect, test } from 'vitest';
import type { KeptFile } from '../../src/kernel/store.ts';
import { createFileLinks, createFilePages } from '../../src/web/keptFiles.ts';
import { openSite } from './site.ts';

const day = 24 * 3600 * 1000;
const pdf: KeptFile = { bytes: Buffer.from('%PDF'), type: 'application/pdf', name: 'แผน.pdf' };
const jpeg: KeptFile = { bytes: Buffer.from('jpeg'), type: 'image/jpeg' };

/** A site that keeps some files, by a clock that the test sets. */
async function siteWith(kept: { readonly [id: string]: KeptFile }) {
  const time = { now: new Date('2022-08-01T02:00:00Z') };
  const links = createFileLinks('secret', '', () => time.now);
  const files = { put: async () => {}, get: async (id: string) => kept[id] };
  const site = await openSite({ pages: createFilePages({ files, links, shrink: async (bytes) => bytes }) });
  return { ...site, links, time };
}

describe('a kept document', () => {
  test('is saved by whoever has its link, under its name, as what it is', async () => {
    const { get, links } = await siteWith({ f1: pdf });
    const answer = await get(`${links.fileUrl('f1')}?openExternalBrowser=1`);
    expect(answer).toMatchObject({ status: 200, text: '%PDF' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="???.pdf"; filename*=UTF-8''${encodeURIComponent('แผน.pdf')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^private/),
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test.each([
    ['"a"; filename="b.exe', /^attachment; filename="\\"a\\"; filename=\\"b.exe"$/],
    [
      'a\r\nset-cookie: x=1.pdf',
      /^attachment; filename="a\?\?set-cookie: x=1.pdf"; filename\*=UTF-8''a%0D%0Aset-cookie/,
    ],
    ['แผน "ปี 65".pdf', /^attachment; filename="[^ก-๙]*"; filename\*=UTF-8''%E0%B9%81/],
  ])('called %j is nothing but saved under that name', async (name, disposition) => {
    const { get, links } = await siteWith({ f1: { ...pdf, name } });
    const { status, headers } = await get(links.fileUrl('f1'));
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(disposition);
    expect(headers).not.toHaveProperty('set-cookie');
  });

  test('has one address all day, which serves for thirty days and no longer', async () => {
    const { get, links, time } = await siteWith({ f1: pdf });
    const url = links.fileUrl('f1');
    time.now = new Date(time.now.getTime() + 10 * 3600 * 1000);
    expect(links.fileUrl('f1')).toBe(url);
    time.now = new Date(time.now.getTime() + 29 * day);
    expect(await get(url)).toMatchObject({ status: 200 });
    time.now = new Date(time.now.getTime() + 2 * day);
    expect(await get(url)).toMatchObject({ status: 404, text: '' });
  });

  test('is found by no other address', async () => {
    const { get, links } = await siteWith({ f1: pdf, f2: pdf });
    const [, , id = '', until = '', signature = ''] = links.fileUrl('f1').split('/');
    for (const path of [
      `/files/f2/${until}/${signature}`,
      `/files/${id}/${Number(until) + day}/${signature}`,
      `/files/${id}/${until}/${signature.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`,
      `/files/${id}/${until}/${signature}A`,
      `/files/${id}/${until}/`,
      `/files/${id}`,
      `/photos/${id}/full/${until}/${signature}`,
    ])
      expect(await get(path), path).toMatchObject({ status: 404, text: '' });
  });

  test('is no photo, and a photo no document', async () => {
    const { get, links } = await siteWith({ f1: pdf, p1: jpeg });
    expect(await get(links.photoUrl('f1', 'full', 'onCard'))).toMatchObject({ status: 404 });
    expect(await get(links.fileUrl('p1'))).toMatchObject({ status: 404 });
    expect(await get(links.fileUrl('none'))).toMatchObject({ status: 404 });
  });
});

test('a photo of an announcement can be opened for weeks, one on a card for a day', async () => {
  const { links, time } = await siteWith({ p1: jpeg });
  const daysOf = (url: string) => (Number(/\/(\d{13})\//.exec(url)?.[1]) - time.now.getTime()) / day;
  expect(daysOf(links.photoUrl('p1', 'full', 'onCard'))).toBeLessThanOrEqual(2);
  expect(daysOf(links.photoUrl('p1', 'full', 'announced'))).toBeGreaterThanOrEqual(30);
});

test('a photo is shown by other pages, by its signed address, and nothing else of the site is', async () => {
  const { get, links } = await siteWith({ p1: jpeg });
  const photo = await get(links.photoUrl('p1', 'full', 'onCard'));
  expect(photo).toMatchObject({ status: 200, text: 'jpeg' });
  expect(photo.headers).toMatchObject({ 'cross-origin-resource-policy': 'cross-origin' });
  const { headers } = await get('/healthz');
  expect(headers).toMatchObject({ 'cross-origin-resource-policy': 'same-origin' });
});
