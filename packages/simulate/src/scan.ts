import type { World } from './person.ts';
import { readMail } from './read-mail.ts';

/**
 * A link scanner: opens every link of a mail by HEAD and by GET, and every link of the pages that come of it. Presses
 * nothing. What lies elsewhere than with Adieu is left alone: it is not there.
 */
export async function scan(world: World, ip: string, raw: string): Promise<void> {
  const { browsers, origin } = world;
  const browser = browsers.at(ip);
  const isOurs = (link: string): boolean => link.startsWith(`${origin}/`);
  const opened = new Set<string>();
  const visit = async (link: string): Promise<string[]> => {
    opened.add(link);
    await browser.head(link);
    const { html, url } = await browser.open(link);
    world.countScan();
    return html('a[href]')
      .toArray()
      .map((each) => new URL(html(each).attr('href')!, url).href);
  };
  for (const link of (await readMail(raw, origin)).links.filter(isOurs)) {
    if (opened.has(link)) continue;
    for (const next of await visit(link)) if (isOurs(next) && !opened.has(next)) await visit(next);
  }
}
