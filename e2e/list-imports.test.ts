import { openDatabase } from '@adieu/db';
import { until } from '@adieu/testkit/until';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAdieu } from './adieu.ts';
import type { Endpoints } from './endpoints.ts';
import { graphql, mayContact } from './graphql.ts';
import { limited } from './limited.ts';
import { type Product, startProduct } from './product.ts';

/** Enough for each kill to fall into the middle of it. */
const MANY = Number(process.env['LIST_ROWS'] ?? 120_000);
const WITHIN_MS = 240_000;

let product: Product;
let folder: string;
beforeAll(async () => {
  [product, folder] = await Promise.all([startProduct(), mkdtemp(join(tmpdir(), 'adieu-lists-'))]);
});
afterAll(async () => {
  await product?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

interface ListImport {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly counts: Record<string, number> | null;
}

const SHOWN = 'id state done counts { rows accepted fresh known out repeated }';

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

async function look(id: string): Promise<ListImport> {
  const { listImport } = await ask<{ listImport: ListImport }>(
    `query ($id: ID!) { listImport(id: $id) { ${SHOWN} } }`,
    { id },
  );
  return listImport;
}

async function reached(id: string, states: readonly string[]): Promise<ListImport> {
  let list: ListImport | null = null;
  await until(async () => {
    list = await look(id);
    if (list.state === 'FAILED') throw new Error('the import failed');
    return states.includes(list.state);
  }, WITHIN_MS);
  return list!;
}

async function step(name: string, input: object): Promise<ListImport> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const of = name === 'runListImport' ? 'ListImportInput' : type;
  const data = await ask<Record<string, { listImport?: ListImport; message?: string }>>(
    `mutation ($input: ${of}!) { ${name}(input: $input) {
       ... on ${name.startsWith('start') ? 'ListImportStarted' : 'ListImportChanged'} { listImport { ${SHOWN} } }
       ... on Problem { message } } }`,
    { input },
  );
  const list = data[name]!.listImport;
  if (list === undefined) throw new Error(data[name]!.message);
  return list;
}

async function upload(name: string, content: string): Promise<string> {
  const { graphql: api, demo } = product.endpoints;
  const answer = await limited(new URL(`/lists?name=${name}`, api).href, {
    method: 'POST',
    headers: { authorization: `Bearer ${demo.adminApiKey}` },
    body: content,
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** An account of its own, so that lists with the same addresses say nothing of each other. */
async function account(name: string): Promise<string> {
  const data = await ask<{ createAccount: { account: { id: string } } }>(
    `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { ... on AccountCreated { account { id } } } }`,
    { input: { name, sender: { address: `${name.toLowerCase()}@nordlys.example.test` } } },
  );
  return data.createAccount.account.id;
}

async function counted(content: string, accountId: string): Promise<ListImport> {
  const fileId = await upload('left.csv', content);
  const { id } = await step('startOptOutImport', {
    fileId,
    scope: { kind: 'ACCOUNT', id: accountId },
  });
  await reached(id, ['LOOKED']);
  await step('mapListImport', { id });
  return reached(id, ['COUNTED']);
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

it(
  'goes on where it was after worker, database and api were killed: every row as undisturbed, none twice (I-1)',
  async () => {
    const content = `email\n${Array.from({ length: MANY }, (_, i) => `person-${i % (MANY - 100)}@many.example.test`).join('\n')}\n`;
    const [calm, stormy] = [await account('Calm'), await account('Stormy')];
    const { id: undisturbed } = await counted(content, calm);
    await step('runListImport', { id: undisturbed });
    await reached(undisturbed, ['FINISHED']);
    const { id, counts } = await counted(content, stormy);
    expect(counts).toMatchObject({ rows: MANY, fresh: 0, known: MANY - 100, repeated: 100 });
    await step('runListImport', { id });
    const killed: string[] = [];
    for (const part of ['worker', 'postgres', 'api', 'worker'] as const) {
      const { done: before, state } = await look(id);
      if (state === 'FINISHED') break;
      product.kill(part);
      killed.push(part);
      await until(async () => {
        const now = await look(id);
        return now.state === 'FINISHED' || now.done > before;
      }, WITHIN_MS);
    }
    const { counts: became } = await reached(id, ['FINISHED']);
    expect(became).toMatchObject({ known: MANY - 100, fresh: 0, out: 0, repeated: 100 });
    expect(killed).toEqual(expect.arrayContaining(['worker', 'postgres', 'api']));
    const rows = await left(product.endpoints, 'Stormy');
    expect(rows.length).toBe(MANY - 100);
    expect(rows).toEqual(await left(product.endpoints, 'Calm'));
  },
  2 * WITHIN_MS,
);
