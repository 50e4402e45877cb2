/** What stands inside an element of a mail's HTML, by the marks that mail programs give it. */
export type Place = 'QUOTE' | 'HOLDS_QUOTE' | 'FROM_HERE_ON' | 'RULED' | 'UNSEEN' | 'OWN';

/** A quote, or the line that introduces it. */
const QUOTES = new Set([
  'gmail_attr',
  'moz-cite-prefix',
  'moz-forward-container',
  'yahoo_quoted',
  'protonmail_quote',
  'tutanota_quote',
  'zmail_extra',
]);

/** With who wrote what, then the quote in a blockquote, below which somebody may answer. */
const HOLDERS = new Set(['gmail_quote']);

/** All below is the quote, wherever it stands. */
const BEGINNINGS = new Set([
  'divRplyFwdMsg',
  'appendonsend',
  'mail-editor-reference-message-container',
  'ms-outlook-mobile-reference-message',
  'isForwardContent',
]);

const SIGNATURES = new Set([
  'gmail_signature',
  'gmail_signature_prefix',
  'moz-signature',
  'Signature',
  'ms-outlook-mobile-signature',
  'protonmail_signature_block',
]);

const UNSEEN = new Set(['head', 'style', 'script', 'title', 'template', 'noscript']);

/** Outlook rules the header of what it quotes off by a line above. */
const RULED = /border-top:\s*(?:solid|[\d.]{1,6}(?:px|pt)\s+solid)/i;

/** A newsletter begins with words that only lists of mails show; they stand in what is quoted, too, where nothing marks it. */
const HIDDEN =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|max-height)\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|!|$))/i;

/** What somebody moved to the right in Gmail is a blockquote of this look, and their own. */
const INDENTED = /margin:\s*0(?:px)?\s+0(?:px)?\s+0(?:px)?\s+40px/i;

export function placeOf(name: string, attributes: Readonly<Record<string, string>>): Place {
  if (UNSEEN.has(name)) return 'UNSEEN';
  const style = (attributes['style'] ?? '').slice(0, 500);
  if ('hidden' in attributes || HIDDEN.test(style)) return 'UNSEEN';
  const marks = [
    // Outlook writes an x_ before the names of what it quotes, and of what it answers with from a draft.
    (attributes['id'] ?? '').replace(/^(?:x_)+/, ''),
    ...(attributes['class'] ?? '').slice(0, 500).split(/\s+/),
    attributes['data-smartmail'] ?? '',
  ];
  const has = (set: ReadonlySet<string>): boolean => marks.some((mark) => set.has(mark));
  if (has(SIGNATURES)) return 'UNSEEN';
  if (has(BEGINNINGS)) return 'FROM_HERE_ON';
  if (name === 'hr') return attributes['tabindex'] === '-1' ? 'FROM_HERE_ON' : 'OWN';
  if (name === 'blockquote') return INDENTED.test(style) ? 'OWN' : 'QUOTE';
  if (has(QUOTES) || (name === 'div' && attributes['name'] === 'quote')) return 'QUOTE';
  if (has(HOLDERS)) return 'HOLDS_QUOTE';
  return RULED.test(style) ? 'RULED' : 'OWN';
}
