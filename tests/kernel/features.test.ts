import { describe, expect, test } from 'vitest';
import { type OpenParts, openFeatures } from '../../src/app/effects.ts';
import { features } from '../../src/features/index.ts';
import type { StoreMakers } from '../../src/kernel/collection.ts';
import type { Feature } from '../../src/kernel/feature.ts';
import { joinFeatures } from '../../src/kernel/features.ts';
import type { Sentences } from '../../src/kernel/sentences.ts';
import { storesOf } from '../../src/kernel/stores.ts';
import { tellsOf } from '../../src/kernel/tells.ts';
import type { TextKey } from '../../src/kernel/textKey.ts';
import { byNamespace } from '../../src/text/resources.ts';
import { createTexts } from '../../src/text/texts.ts';

/** What the features claim together, and what is refused at start. */
const texts = createTexts();
const flow: Feature['flow'] = { id: 'help', decide: (person) => ({ person }) };
const join = (...more: readonly Feature[]) => joinFeatures([...features, ...more], texts);

describe('the features together', () => {
  test('claim nothing twice', () => {
    expect(() => join()).not.toThrow();
  });

  test('have one flow for each id', () => {
    expect(() => join({ id: 'help', flow })).toThrow('both help and help claim the flow help');
  });

  test('have one flow for each outcome, event and form', () => {
    const rest = features.filter(({ id }) => id !== 'help');
    const joined = (claim: Partial<Feature>) => () =>
      joinFeatures([...rest, { id: 'help', flow, ...claim }], texts);
    expect(joined({ outcomes: ['redeem'] })).toThrow('both people and help claim the outcome redeem');
    expect(joined({ events: ['tick'] })).toThrow('both clock and help claim the event tick');
    expect(joined({ meetsStrangers: true })).toThrow('both people and help claim the strangers all');
    const [form] = features.flatMap(({ forms = [] }) => forms);
    expect(joined({ forms: form ? [form] : [] })).toThrow('claim the form center-assessment@2565');
  });

  test('have one command for each word, and words for each command', () => {
    const rest = features.filter(({ id }) => id !== 'help');
    const mine: Feature = { id: 'help', flow, commands: { help: {}, menu: {} } };
    expect(() => joinFeatures([...rest, mine], texts)).toThrow('both menu and help claim the command menu');
    const twins = { ...texts, wordings: () => ['เมนู'] };
    expect(() => joinFeatures(features, twins)).toThrow(/both \w+ and \w+ are called เมนู/);
    const wordless = { ...texts, has: (key: string) => key !== 'commands:help' && texts.has(key) };
    expect(() => joinFeatures(features, wordless)).toThrow(
      'the command help of help has no words in a language',
    );
  });

  test('have one deed of each id', () => {
    const rest = features.filter(({ id }) => id !== 'help');
    const deeds = [{ id: 'announce', roles: ['officer'] }] as const;
    expect(() => joinFeatures([...rest, { id: 'help', flow, deeds }], texts)).toThrow(
      'both announce and help claim the deed announce',
    );
  });

  test('have one to say whom a job tells', () => {
    const tells = { reminders: async () => [] };
    expect(() => tellsOf([...features, { id: 'help', flow, tells }])).toThrow(
      'both clock and help claim the job reminders',
    );
  });

  test('keep each store, and each collection of the database, once', () => {
    const store = (name: string) =>
      ({ name, open: () => ({}) }) as unknown as NonNullable<StoreMakers['seats']>;
    const keeping = (own: StoreMakers) => () => storesOf([...features, { id: 'help', flow, stores: own }]);
    expect(keeping({ seats: store('posts') })).toThrow('both people and help claim the store seats');
    expect(keeping({ cases: store('seats') } as unknown as StoreMakers)).toThrow(
      'both people and help claim the collection seats',
    );
  });

  test('have one due-date kind of each id, with a name in both languages, in the order of their places', () => {
    const rest = features.filter(({ id }) => id !== 'help');
    const dues = [{ id: 'debt1', place: 15, from: 'district', every: 'year' }] as const;
    expect(() => joinFeatures([...rest, { id: 'help', flow, dues }], texts)).toThrow(
      'both household and help claim the due-date kind debt1',
    );
    const nameless = { ...texts, has: (key: string) => key !== 'due:forum' && texts.has(key) };
    expect(() => joinFeatures(features, nameless)).toThrow(
      'the due-date kind forum has no name in a language',
    );
    expect(join().dues.map(({ id }) => id)).toEqual([
      ...['registry', 'assessment', 'debt1', 'debt2', 'readiness', 'round1', 'round2', 'ranking'],
      ...['women-fund', 'forum'],
    ]);
  });

  test('read and perform nothing twice', () => {
    const parts = { store: {} } as OpenParts;
    const reading = (id: Feature['id']): Feature => ({
      ...{ id, flow },
      open: () => ({ readers: { dueDates: async () => [] } }),
    });
    expect(() => openFeatures([reading('help'), reading('menu')], parts)).toThrow(
      'both help and menu claim dueDates',
    );
    const { perform } = openFeatures([], parts);
    const job = { id: 'i1', by: {}, at: new Date(0), intent: { kind: 'letGo' } } as unknown;
    expect(() => perform(job as Parameters<typeof perform>[0])).toThrow('no feature performs letGo');
  });

  test('hold each common text in one file', () => {
    const files = ['menu', 'help'].map((name) => ({ name, sentences: { commands: { menu: 'เมนู' } } }));
    expect(() => byNamespace(files)).toThrow('hold commands.menu');
  });

  test('may hand over their texts, each in both languages', () => {
    const handing = (th: Sentences, en: Sentences) =>
      createTexts([
        ...features.filter(({ id }) => id !== 'help'),
        { id: 'help' as const, texts: { th, en } },
      ]);
    const twice = { forms: { pilot: { title: 'ทดลอง' } } };
    expect(() => handing(twice, twice)).toThrow('there are two files of texts called help');
    const texts = (th: Sentences, en: Sentences) =>
      createTexts([{ id: 'pilot' as 'help', texts: { th, en } }]);
    const own = texts(
      { said: 'ทดลอง', due: { pilot: 'รายงาน' } },
      { said: 'pilot', due: { pilot: 'Report' } },
    );
    const keys = ['pilot:said', 'due:pilot'] as readonly string[] as readonly TextKey[];
    expect(keys.map((key) => own.render({ key }, 'en'))).toEqual(['pilot', 'Report']);
    expect(() => texts({ said: { one: 'ก', two: 'ข' } }, { said: { one: 'a' } })).toThrow(
      'the text pilot:said.two lacks its en',
    );
    expect(() => texts({}, { said: 'a' })).toThrow('the text pilot:said lacks its th');
  });
});
