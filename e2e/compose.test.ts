import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { launchBrowser, type RunningBrowser } from '@adieu/testkit/browser';
import { until } from '@adieu/testkit/until';
import { listMails } from './mailbox.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginByPage } from './begin-by-page.ts';
import { type Containers, runContainers } from './compose/containers.ts';

const SETUP = /https:\/\/localhost(\/setup\/[\w-]{43})/;
const hasPsql = spawnSync('psql', ['--version']).status === 0;
if (!hasPsql)
  console.error(
    '\nNOT TESTED: docker-compose.yml as plain processes. Its script for the roles of the database needs psql.\n',
  );

let containers: Containers;
let running: RunningBrowser;

describe.skipIf(!hasPsql)('docker-compose.yml, run as plain processes', () => {
  beforeAll(async () => {
    [containers, running] = await Promise.all([runContainers(), launchBrowser()]);
  }, 240_000);
  afterAll(async () => {
    await running?.close();
    await containers?.stop();
  });

  it('leads from the link in the api’s log to a first campaign in the mailbox, by the commands that the page prints', async () => {
    const [, path] = await until(() => SETUP.exec(containers.said()));
    const began = performance.now();
    const { commands } = await beginByPage(running.browser, `${containers.api}${path}`, {
      scripts: true,
    });
    expect(commands).toHaveLength(2);
    const said: string[] = [];
    for (const command of commands) {
      const { stdout } = await promisify(execFile)('sh', ['-euc', command], {
        env: containers.shell,
      });
      said.push(stdout);
    }
    expect(said.join('')).toMatch(/1 new[^]*1 message[^]*1 sent/);
    await until(async () => {
      const mails = await listMails(containers);
      return mails.some(
        ({ subject, to }) =>
          subject === 'Our first mail' && to[0]!.address === 'eva@fjord.example.test',
      );
    }, 30_000);
    expect(performance.now() - began).toBeLessThan(180_000);
  }, 180_000);
});
