import type { ServerResponse } from 'node:http';
import type { HandsetMessages } from './messages.ts';

/** Of a campaign thousands come at once: the page is told once for all of a moment. */
const EACH_MS = 150;

/** Tells a page that something changed, as long as it is open (server-sent events). */
export function tellChanges(handset: HandsetMessages, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  // Also at once: what changed while the page came is told to nobody else.
  response.write('retry: 2000\nevent: changed\ndata:\n\n');
  let timer: NodeJS.Timeout | undefined;
  const end = handset.listen(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      response.write('event: changed\ndata:\n\n');
    }, EACH_MS);
  });
  response.on('close', () => {
    clearTimeout(timer);
    end();
  });
}
