import { openDatabase } from '@adieu/db';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAdieu } from './adieu.ts';
import type { Endpoints } from './endpoints.ts';
import { graphql, mayContact } from './graphql.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let folder: string;
beforeAll(async () => {
  [product, folder] = await Promise.all([startProduct(), mkdtemp(join(tmpdir(), 'adieu-lists-'))]);
});
afterAll(async () => {
  await product?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** As somebody would who has no patience with an api that is away. */
async function ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await graphql<Data>(product.endpoints, query, variables);
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
}

/** An account of its own, so that lists with the same addresses say nothing of each other. */
async function account(name: string): Promise<string> {
  const data = await ask<{ createAccount: { account: { id: string } } }>(
    `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ... on AccountCreated { account { id } } } }`,
    { input: { name, sender: { address: `${name.toLowerCase()}@nordlys.example.test` } } },
  );
  return data.createAccount.account.id;
}

/** All that an import leaves of an address, but ids and times. */
async function left(endpoints: Endpoints, accountName: string): Promise<string[]> {
  const db = await openDatabase({ url: endpoints.database, maxConnections: 1 });
  try {
    const rows = await db.sql.rows<{ row: string }>(
      `SELECT concat_ws('|', r.address, s.channel, s.scope_kind, s.state, q.state, q.method, q.decided_by, count(e.id), min(e.reason)) AS row
       FROM account a JOIN suppression s ON s.scope_id = a.id JOIN opt_out_request q ON q.id = s.request_id
       JOIN recipient r ON r.id = q.recipient_id LEFT JOIN ledger_event e ON e.request_id = q.id
       WHERE a.name = $1 GROUP BY r.address, s.channel, s.scope_kind, s.state, q.id ORDER BY r.address`,
      [accountName],
    );
    return rows.map(({ row }) => row);
  } finally {
    await db.close();
  }
}

it('does with the list of docs/lists.md what stands there, and the gate knows it (F10, I-1)', async () => {
  const page = await readFile(new URL('../docs/lists.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf('## Import opt-outs'));
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(section)![1]!;
  const file = join(folder, 'left.csv');
  await writeFile(file, block('csv'));
  const data = dirname(product.endpoints.keysFile);
  const [, ...words] = block('sh').trim().split(' ');
  const args = words.map((word) => (word === 'left.csv' ? file : word));
  const shop = await account('Left');
  // Rows that are not taken: exit code 1, and what came of the others all the same.
  const failed = await runAdieu([...args, '--account', shop, '--yes', '--data', data]).catch(
    (error: unknown) => error as { stdout: string; code: number },
  );
  expect(failed).toMatchObject({ stdout: block('text'), code: 1 });
  const { newsletter } = product.endpoints.demo.books;
  expect((await mayContact(product.endpoints, 'anna@left.example.test', newsletter)).allowed).toBe(
    true,
  );
  expect(await left(product.endpoints, 'Left')).toEqual([
    expect.stringMatching(/^anna@.*IMPORT.*import unsubscribe: left.csv · too many mails$/),
    expect.stringMatching(/^bo@.*IMPORT.*import unsubscribe: left.csv$/),
  ]);
});
