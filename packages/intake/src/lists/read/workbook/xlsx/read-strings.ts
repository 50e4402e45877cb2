import type { ZipParts } from '../zip-parts.ts';
import { readAllTags, unescapeText } from './read-tags.ts';

/** The texts that the cells of a workbook share, by their numbers; without what is said of how they are pronounced. */
export async function readStrings(zip: ZipParts): Promise<readonly string[]> {
  const strings: string[] = [];
  let [text, isText, isSound] = ['', false, false];
  await readAllTags(await zip.stream('xl/sharedStrings.xml'), {
    opened(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = !isSound;
      else if (name === 'rPh') isSound = true;
    },
    text(piece) {
      if (isText) text += piece;
    },
    closed(name) {
      if (name === 'si') strings.push(unescapeText(text));
      else if (name === 't') isText = false;
      else if (name === 'rPh') isSound = false;
    },
  });
  return strings;
}
