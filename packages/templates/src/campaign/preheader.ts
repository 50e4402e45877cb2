import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import { whyItHides } from '../html/hiding.ts';
import { looksOf } from '../html/looks.ts';
import { type Page, textNodes } from '../html/parse-html.ts';
import type { Look } from '../html/visible.ts';

/** Elements that authors and composers hide it in, and those in which a line of ours may follow. */
const OF_PREHEADERS = ['div', 'span', 'p'];
const AROUND = ['body', 'div', 'td', 'th', 'center', 'main', 'section', 'article'];
const GONE = /^(?:display|max-height|max-width|height|line-height): /;
const SHOWS = ['img', 'video', 'hr', 'input', 'button', 'picture', 'svg', 'object'];

/**
 * Where in the source a page begins to show something: behind its preheader, the hidden text at its start that inboxes show
 * beside the subject. What stood before that would be shown there instead. Null where there is no body.
 */
export function endOfPreheader(page: Page): number | null {
  const body = page('body')[0];
  const start = body?.sourceCodeLocation?.startTag?.endOffset;
  if (body === undefined || start === undefined) return null;
  const looks = looksOf(page);
  let end = start;
  /** Whether all of it is hidden, so that what follows may still be a preheader. */
  const goOn = (node: AnyNode): boolean => {
    if (isText(node)) return node.data.trim() === '';
    if (!isTag(node)) return true;
    if (looks.every((look) => isGone(node, look))) {
      const place = node.sourceCodeLocation;
      const isPreheader = OF_PREHEADERS.includes(node.name) && isAround(node.parent);
      if (isPreheader && place?.endTag && (end > start || textNodes(page, node).length > 0))
        end = place.endOffset;
      return true;
    }
    return !SHOWS.includes(node.name) && node.children.every(goOn);
  };
  body.children.every(goOn);
  return end;
}

function isGone(element: Element, { cascade, world }: Look): boolean {
  const reason = whyItHides(element, cascade.declared(element, world));
  return reason !== null && GONE.test(reason);
}

function isAround(parent: Element['parent']): boolean {
  return parent !== null && isTag(parent) && AROUND.includes(parent.name);
}
