/**
 * Which file may import which: imports go one way, from the edges to the pure middle. `npm run rules` checks it.
 */

/** All features, as one array. */
const theFeatures = 'features/index\\.ts$';

/** What the files of a folder may import besides each other, as paths under `src`; the rest of `src` they may not. */
const ways = {
  programme: {},
  engine: {},
  tables: { all: ['programme/', 'engine/'] },
  kernel: { all: ['programme/', 'engine/'] },
  text: { all: ['programme/'], types: ['kernel/'] },
  trial: { types: ['programme/'] },
  app: { all: ['programme/', 'engine/', 'kernel/', theFeatures] },
  jobs: { all: ['app/', 'programme/', 'kernel/', theFeatures] },
  storage: {
    all: ['app/ports\\.ts$', 'programme/', 'config\\.ts$'],
    types: ['engine/', 'kernel/'],
  },
  exports: { all: ['programme/', 'text/'], types: ['kernel/'] },
  line: { all: ['app/', 'kernel/', 'programme/', 'engine/', 'text/'] },
  web: { all: ['app/', 'programme/'], types: ['kernel/'] },
  simulator: {},
  'config.ts': { all: ['programme/'] },
};

/** Packages that only some folders know. */
const homes = {
  '@myriaddreamin/typst-ts-node-compiler': ['exports/pdf/'],
  'node-cron': ['jobs/'],
  mongoose: ['storage/'],
  mongodb: ['storage/'],
  'mongodb-memory-server': ['storage/'],
  '@line/bot-sdk': ['line/'],
  // The site that a mongod is fetched from is asked through the proxy of the environment, which plain fetch cannot.
  undici: ['line/', 'simulator/', 'storage/mongod/downloadSite\\.ts$'],
};

const under = (path) => `^src/${path}`;
const inFolder = (folder) => under(folder.endsWith('.ts') ? folder.replace('.', '\\.') : `${folder}/`);
const typesOnly = { dependencyTypesNot: ['type-only'] };

const waysOfFolders = Object.entries(ways).flatMap(([folder, { all = [], types = [] }]) => [
  {
    name: `${folder}-imports`,
    comment: `${folder} imports ${[...all, ...types].join(', ') || 'nothing'} of the rest`,
    severity: 'error',
    from: { path: inFolder(folder) },
    to: { path: '^src/', pathNot: [inFolder(folder), ...[...all, ...types].map(under)] },
  },
  ...(types.length === 0
    ? []
    : [
        {
          name: `${folder}-imports-types`,
          comment: `of ${types.join(', ')} ${folder} imports types only`,
          severity: 'error',
          from: { path: inFolder(folder) },
          to: { path: types.map(under), ...typesOnly },
        },
      ]),
]);

const homesOfPackages = Object.entries(homes).map(([name, folders]) => ({
  name: `${name}-at-home`,
  comment: `${name} is known in ${folders.join(', ')} only`,
  severity: 'error',
  from: { path: '^src/', pathNot: folders.map(under) },
  to: { path: `(^|/)node_modules/${name}/` },
}));

module.exports = {
  forbidden: [
    ...waysOfFolders,
    {
      name: 'features-imports',
      comment:
        'a feature knows the kernel, the programme and the engine, and of other features what they hand over',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/',
        pathNot: [
          ...['programme/', 'engine/', 'kernel/', 'tables/'].map(under),
          '^src/features/$1/',
          '^src/features/[^/]+/index\\.ts$',
        ],
      },
    },
    ...homesOfPackages,
    {
      name: 'pure',
      comment: 'the pure middle computes: it has no files, no network, no processes and no timers',
      severity: 'error',
      from: { path: ['programme', 'engine', 'kernel', 'features'].map(inFolder) },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
    },
    {
      name: 'trial-apart',
      comment:
        'in production nothing of the stand-in and of the samples is reachable: only the start of a trial is',
      severity: 'error',
      from: { path: '^src/', pathNot: ['simulator/', 'trial/', 'start/(trial|seed)'].map(under) },
      to: { path: ['simulator', 'trial'].map(inFolder) },
    },
    {
      name: 'no-circle',
      comment: 'files that import each other in a circle cannot be read one after the other',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'src-alone',
      comment: 'the product stands without its tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'shipped',
      comment: 'what runs in production is a dependency and not a tool of development',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], ...typesOnly },
    },
    {
      name: 'resolved',
      comment: 'an import that leads nowhere would pass every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Imports of types too, which are gone after compilation.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
