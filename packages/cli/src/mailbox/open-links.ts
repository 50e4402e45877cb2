/** The frame in which maildev shows a mail. Without popups a click on a link that asks for a tab of its own does nothing. */
const FRAME = 'sandbox:"allow-same-origin"';
const OPEN_FRAME = 'sandbox:"allow-same-origin allow-popups allow-popups-to-escape-sandbox"';

/** What is changed of an answer of maildev, by its path; null where it goes through as it is. */
export function changeOf(path: string): ((text: string) => string) | null {
  if (/^\/assets\/[^/]+\.js$/.test(path)) return (script) => script.replaceAll(FRAME, OPEN_FRAME);
  if (/^\/api\/email\/[^/]+\/html$/.test(path)) return linksInTabs;
  return null;
}

/** Pages of the preference center forbid to be framed, as others' do: a link without a target opens a tab too. */
function linksInTabs(html: string): string {
  const base = '<base target="_blank">';
  const withHead = html.replace(/<head(?:\s[^>]*)?>/i, (head) => head + base);
  return withHead === html ? html + base : withHead;
}
