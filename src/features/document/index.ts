import { bare } from '../../engine/parse/clean.ts';
import { areaTitle } from '../../kernel/area/text.ts';
import { ask } from '../../kernel/asking.ts';
import type { DocumentKind } from '../../kernel/document/kind.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Flow } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { read } from '../../kernel/reads.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import { isWrongDocumentNumber, readDocumentNumber } from '../../programme/document/number.ts';
import { may } from '../../programme/people/actor.ts';
import type { Finding } from './compare.ts';
import { findingOf } from './find.ts';
import { documents } from './store.ts';
import type { PaperFound } from './terms.ts';

/** A document number that was sent: whether what its paper says is still so. */
const documentFlow: Flow = {
  id: 'document',
  decide: (person, call, _event, context) => {
    const number = call.kind === 'act' ? readDocumentNumber(call.value ?? '') : undefined;
    const tell = (texts: readonly Text[]) => ({ person, reply: askAgain(person, texts, context) });
    if (!number) return tell([t('document:wrongCheck')]);
    return ask({ found: read('issuedPaper', number) }, ({ found }) => ({
      ...tell(found ? foundTexts(number, found) : [t('document:unknown')]),
      ...(found?.kind === 'found' && {
        audits: [{ did: 'verifiedDocument' as const, record: number, scope: found.issued.area }],
      }),
    }));
  },
};

function foundTexts(number: string, found: PaperFound): readonly Text[] {
  if (found.kind === 'genuine') return [t('document:genuine', { number })];
  const { issued, as, finding } = found;
  const { area, year, at } = issued;
  const params = { number, kind: as.name, area: areaTitle(area), year, at: { instant: at } };
  return [t('document:what', params), ...findingTexts(finding, as)];
}

const fieldsTold = 10;

function findingTexts(finding: Finding, { fieldName }: Pick<DocumentKind, 'fieldName'>): readonly Text[] {
  if (finding.kind === 'gone') return [t('document:gone')];
  const newer =
    finding.superseded === undefined ? [] : [t('document:superseded', { revision: finding.superseded })];
  if (finding.kind === 'equal') return [t('document:equal'), ...newer];
  // A field without a name of its own is told by its path.
  const fields = finding.fields.slice(0, fieldsTold).map((path) => fieldName(path) ?? said(path.join('.')));
  return [t('document:differs', { fields }), ...newer];
}

export const document: Feature = {
  id: 'document',
  flow: documentFlow,
  stores: { documents },
  recognises: (text) => {
    const ways = [text, bare(text)];
    const number = ways.flatMap((way) => readDocumentNumber(way) ?? [])[0];
    if (number) return { call: { kind: 'act', act: 'verify', value: number } };
    return ways.some(isWrongDocumentNumber) ? { call: { kind: 'act', act: 'verify' } } : undefined;
  },
  open: ({ store, forms, documents: kinds }) => ({
    readers: {
      issuedPaper: async ({ person: { bindings } }, number): Promise<PaperFound | undefined> => {
        const issued = await store.documents.read(number);
        const kind = issued && kinds.get(issued.kind);
        if (!issued) return undefined;
        if (!kind?.deeds.some((deed) => may(bindings, deed, issued.area))) return { kind: 'genuine' };
        return { kind: 'found', issued, as: kind, finding: await findingOf(kinds, { store, forms }, issued) };
      },
    },
  }),
};
