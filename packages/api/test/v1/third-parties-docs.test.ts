import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { docExamples, fillIn } from '../doc-examples.ts';
import { type House, openHouse } from '../house.ts';
import { askV1, keyFor } from './ask-v1.ts';

const run = promisify(execFile);
const { commands } = docExamples('third-parties.md');
let house: House;
let words: Record<string, string>;
let key: string;
beforeAll(async () => {
  house = await openHouse();
  key = await keyFor(house, ['gate:ask', 'suppressions:read', 'opt-outs:add']);
  const { body } = await askV1(house, '/v1/changes', key);
  words = { account: toId('account', house.org.accountId), cursor: body.end.next! };
});
afterAll(() => house?.close());

/** As it stands, by a shell. */
async function tried(command: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', fillIn(command, words)], {
    env: { ...process.env, ADIEU: house.url, ADIEU_API_KEY: key },
  });
  return stdout;
}

const EXPECTED: Readonly<Record<string, object>> = {
  '/v1/check': { answers: [{ allowed: true }, { allowed: false, because: 'UNKNOWN_ADDRESS' }] },
  '/v1/suppressions': { next: null },
  '/v1/changes': { more: false },
  '/v1/opt-outs': { added: 1, rejected: 0 },
};

describe('docs/third-parties.md', () => {
  it('has an example of each operation', () => {
    const paths = commands.map((command) => /\/v1\/[a-z-]+/.exec(command)?.[0]);
    expect(paths).toEqual(Object.keys(EXPECTED));
  });

  it.each(commands)('works as it stands: %s', async (command) => {
    const [path] = /\/v1\/[a-z-]+/.exec(command)!;
    expect(JSON.parse(await tried(command))).toMatchObject(EXPECTED[path]!);
  });
});
