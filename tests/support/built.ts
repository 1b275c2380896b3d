import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const repo = join(import.meta.dirname, '../..');

/**
 * The programs that tests run in processes of their own, put together from the sources and most packages once for the
 * whole run: reading every source through tsx, and every file of a package, would cost each of these processes seconds.
 */
const programs = [
  'src/main.ts',
  'src/cli.ts',
  'tests/storage/localProcess.ts',
  'tests/features/announce/sending/senderProcess.ts',
  'tests/chaos/worker.ts',
];

/** Packages with binaries or files of their own, and those that the driver uses where they are installed. */
const external = [
  ...['sharp', 'mongodb-memory-server', 'mongodb-memory-server-core'],
  '@myriaddreamin/typst-ts-node-compiler',
  ...[
    '@aws-sdk/*',
    '@mongodb-js/zstd',
    'gcp-metadata',
    'kerberos',
    'mongodb-client-encryption',
    'snappy',
    'socks',
  ],
];
/** Packages written for `require` find it. */
const banner = `import { createRequire as toRequire } from 'node:module'; const require = toRequire(${JSON.stringify(`${repo}/`)});`;

/** Where a program lies in the folder that `buildPrograms` made. */
export const builtProgram = (folder: string, source: string): string =>
  join(folder, source.replace(/\.ts$/, '.mjs'));

/** Builds the programs beside the packages that they import; resolves to their folder and a way to throw it away. */
export async function buildPrograms(): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> {
  const cache = join(repo, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'fundline-tests-'));
  await build({
    ...{ absWorkingDir: repo, entryPoints: programs, outdir: folder, outbase: '.' },
    ...{ bundle: true, splitting: true, external, platform: 'node', target: 'node20' },
    ...{ format: 'esm', banner: { js: banner }, outExtension: { '.js': '.mjs' }, logLevel: 'warning' },
    // Sources find the locales from where they stand, two folders below the root.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(repo, 'src/text/resources.ts')).href) },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
