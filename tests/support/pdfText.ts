import { PDFiumLibrary } from '@hyzyla/pdfium';

/** The text of a PDF as a reader copies it, without spaces; clusters that the typesetter doubled stand once. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const text = Array.from(document.pages(), (page) => page.getText()).join('');
  document.destroy();
  library.destroy();
  return bareText(text);
}

/** The same of a text that is compared with it. */
export const bareText = (text: string): string => {
  const clusters = Array.from(letters.segment(text.replace(/\s/gu, '')), ({ segment }) => segment);
  return clusters.filter((cluster, at) => cluster !== clusters[at - 1] || !/\p{M}/u.test(cluster)).join('');
};

const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });
