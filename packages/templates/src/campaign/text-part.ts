import { convert } from 'html-to-text';

/** The text part of a page: what is hidden in it stays so, links stand beside their words. */
export function textOf(html: string): string {
  return convert(html, {
    // Lines are for the reader's screen to break; a break within a merge field would go into its default.
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      ...['[hidden]', '[style*="display:none"]', '[style*="display: none"]'].map((selector) => ({
        selector,
        format: 'skip',
      })),
      { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
}
