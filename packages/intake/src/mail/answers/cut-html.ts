import { Parser } from 'htmlparser2';
import { placeOf } from './quote-marks.ts';

/** More is no letter: what is beyond is not read. */
const LONGEST = 1024 * 1024;

/** Tags that are open at once, before it is nothing that a mail program wrote: 30 answers to answers are 200 levels. */
const DEEPEST = 1_000;

/** Stands for a quote: who reads the lines knows it by its mark. */
const MARKED = '\n> …\n';

const LINES = new Set(
  'address,article,aside,blockquote,br,center,dd,div,dl,dt,fieldset,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,td,th,tr,ul'.split(
    ',',
  ),
);

/** As Outlook rules off in its texts. */
const RULE = '______';

/** So much of one’s own is more than is read. */
const ENOUGH = 64 * 1024;

/**
 * The text of a mail's HTML with marks where its quotes were; null where it cannot be read in bounded time. It is read in one
 * pass and no tree is made of it: those that make one, and select in it, take the square of what strangers nest and repeat.
 */
export function cutHtml(html: string): string | null {
  let text = '';
  let depth = 0;
  let hasEnded = false;
  /** Of the element whose inside is not looked at. */
  let skippedFrom: number | null = null;
  /** Of the element that holds a quote, until that has come: what stands before it introduces it. */
  let heldFrom: number | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++;
      if (depth > DEEPEST) return end();
      if (skippedFrom !== null) return;
      const place = placeOf(name, attributes);
      if (place === 'FROM_HERE_ON') {
        add(MARKED);
        return end();
      }
      if (name === 'blockquote' && place === 'QUOTE') heldFrom = null;
      if (place === 'QUOTE' || place === 'UNSEEN') skippedFrom = depth;
      else if (place === 'HOLDS_QUOTE' && heldFrom === null) heldFrom = depth;
      if (place === 'QUOTE' || place === 'HOLDS_QUOTE') add(MARKED);
      else if (place === 'RULED') add(`\n${RULE}\n`);
      else if (LINES.has(name)) add('\n');
    },
    ontext(piece) {
      if (skippedFrom !== null || heldFrom !== null) return;
      add(piece.replaceAll(/\s+/g, ' '));
    },
    onclosetag(name) {
      if (skippedFrom === depth) skippedFrom = null;
      if (heldFrom === depth) heldFrom = null;
      depth--;
      if (skippedFrom === null && LINES.has(name)) add('\n');
    },
  });
  const isOver = (): boolean => hasEnded;
  function add(piece: string): void {
    text += piece;
    if (text.length > ENOUGH) end();
  }
  function end(): void {
    hasEnded = true;
    parser.pause();
  }
  for (let at = 0; at < Math.min(html.length, LONGEST) && !isOver(); at += PIECE)
    parser.write(html.slice(at, Math.min(at + PIECE, LONGEST)));
  if (!isOver()) parser.end();
  return depth > DEEPEST ? null : text;
}

const PIECE = 16 * 1024;
