import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PageData } from './data.ts';
import { template } from './template.ts';

/** Sets pages. It holds fonts and what it learnt of earlier pages, so one of them serves a process. */
export type Typesetter = {
  /** A PDF/A-3 that carries the record as JSON. */
  readonly pdf: (data: PageData, record: string, at: Date) => Uint8Array;
};

const fonts = [
  '@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf',
  '@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf',
  '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
];

/** Files are only in memory: the folder is none that exists. */
const workspace = '/fundline-document';

/** Sheets that a compiler may remember before what it knows of the oldest is dropped. */
const remembered = 10;

export function createTypesetter(): Typesetter {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = fonts.map((font) => readFileSync(resolve(font)));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  compiler.mapShadow(`${workspace}/main.typ`, Buffer.from(template));

  const compile = (data: PageData, record: string) => {
    compiler.mapShadow(`${workspace}/data.json`, Buffer.from(JSON.stringify(data)));
    compiler.mapShadow(`${workspace}/record.json`, Buffer.from(record));
    const made = compiler.compile({ mainFilePath: `${workspace}/main.typ`, resetRead: true });
    compiler.evictCache(remembered);
    const { result } = made;
    if (result === null) {
      const fault = made.takeError();
      const told = fault ? JSON.stringify(compiler.fetchDiagnostics(fault)) : 'no reason';
      throw new Error(`a document could not be set: ${told}`);
    }
    return result;
  };

  return {
    pdf: (data, record, at) =>
      compiler.pdf(compile(data, record), {
        pdfStandard: 'a-3a',
        pdfTags: true,
        creationTimestamp: Math.floor(at.getTime() / 1000),
      }),
  };
}
