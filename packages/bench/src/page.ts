import { signMessageLink } from '@adieu/keys';
import { freePort } from '@adieu/testkit/free-port';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Pool } from 'undici';
import { atRate } from './at-rate.ts';
import { closedLoop } from './closed-loop.ts';
import { describeFigure, type Figure, percentile } from './report.ts';
import { openScratch, queueCampaign } from './scratch.ts';
import { startApi } from './start-api.ts';
import { startProcess } from './start-process.ts';

const PAGES = join(import.meta.dirname, '../../preference-center/server.js');
const CONNECTIONS = 32;
const MAX_BYTES = 10_000;
const MAX_P99_MS = 50;
/** Of each part, before it is measured: a process that has answered nobody yet is not what people meet. */
const WARM_UP = 300;
const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>';

/**
 * The page that a mail's link opens, each for another recipient: what it weighs (its stylesheet is part of it), and how
 * long it takes through api, pages and api again, as from outside; beside a fixed answer of the pages' own server.
 */
export async function benchPage(options: { count: number; rate: number }): Promise<boolean> {
  const { count, rate } = options;
  const scratch = await openScratch();
  try {
    const campaignId = await queueCampaign(scratch, WARM_UP + count * 2, MJML);
    const rows = await scratch.db.sql.rows<{ id: string }>(
      'SELECT id FROM message WHERE campaign_id = $1 ORDER BY random() LIMIT $2',
      [campaignId, WARM_UP + count * 2],
    );
    const paths = rows.map(({ id }) => `/u/${signMessageLink(scratch.seeded.ring, id)}`);
    const port = await freePort();
    const api = await startApi(scratch, { PREFERENCE_CENTER_URL: `http://127.0.0.1:${port}` });
    const pages = await startProcess('preference-center', PAGES, {
      API_URL: api.origin,
      PAGES_SECRET_FILE: api.pagesSecretFile,
      PREFERENCE_CENTER_PORT: String(port),
    });
    const outside = new Pool(api.origin, { connections: CONNECTIONS, pipelining: 1 });
    const server = new Pool(pages.origin, { connections: CONNECTIONS, pipelining: 1 });
    try {
      console.log(`${count} pages each, ${CONNECTIONS} connections, all on this machine`);
      const page = await get(outside, paths[0]!);
      const bytes = gzipSync(page).length;
      console.log(
        `HTML and CSS: ${page.length} bytes, compressed ${bytes} (budget ≤ ${MAX_BYTES}) ${verdict(bytes <= MAX_BYTES)}`,
      );
      const show = (path: string): Promise<Buffer> => get(outside, path);
      await closedLoop(paths.slice(0, WARM_UP), CONNECTIONS, discard(show));
      const fixed = Array.from({ length: count }, () => '/healthz');
      await closedLoop(
        fixed.slice(0, WARM_UP),
        CONNECTIONS,
        discard((path) => get(server, path)),
      );
      const reference = await closedLoop(
        fixed,
        CONNECTIONS,
        discard((path) => get(server, path)),
      );
      console.log(describeFigure('reference: a fixed answer of the same server', reference));
      const most = await closedLoop(
        paths.slice(WARM_UP, WARM_UP + count),
        CONNECTIONS,
        discard(show),
      );
      console.log(describeFigure('GET /u/<token>', most));
      console.log(`ratio ${(most.perSecond / reference.perSecond).toFixed(2)} (for comparison)`);
      const paced = await atRate(paths.slice(WARM_UP + count), rate, discard(show));
      console.log(describeFigure(`GET /u/<token> at ${rate}/s`, paced));
      return bytes <= MAX_BYTES && keptPace(paced, rate);
    } finally {
      await Promise.all([outside.close(), server.close()]);
      await pages.stop();
      await api.stop();
    }
  } finally {
    await scratch.close();
  }
}

function keptPace(paced: Figure, rate: number): boolean {
  const p99 = percentile(paced.millis, 99);
  const kept = p99 <= MAX_P99_MS;
  console.log(`p99 ${p99.toFixed(1)} ms at ${rate}/s (budget ≤ ${MAX_P99_MS} ms) ${verdict(kept)}`);
  return kept;
}

async function get(client: Pool, path: string): Promise<Buffer> {
  const response = await client.request({ method: 'GET', path });
  const body = Buffer.from(await response.body.arrayBuffer());
  if (response.statusCode !== 200) throw new Error(`a page answered ${response.statusCode}`);
  return body;
}

const discard =
  (ask: (path: string) => Promise<Buffer>) =>
  async (path: string): Promise<void> => {
    await ask(path);
  };

const verdict = (kept: boolean): string => (kept ? 'kept' : 'MISSED');
