import {
  findListImport,
  findRequests,
  type Json,
  ledgerOfRequest,
  type ListImport,
  readUnsubscribed,
  startListImport,
  stepListImport,
  storeListFile,
} from '@adieu/db';
import type { ListKind, Scope } from '@adieu/domain';
import { type ListShape, mapColumns, type SaidColumn } from '@adieu/intake';
import { addressKey } from '@adieu/keys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWorker, runWorker } from './worker.ts';

let run: RunningWorker;
beforeAll(async () => {
  run = await runWorker({ smtpUrl: 'smtp://127.0.0.1:1' });
});
afterAll(() => run?.close());

const BY = { kind: 'MEMBER', name: 'Eva' } as const;

async function settled(id: string, ...under: readonly ListImport['state'][]): Promise<ListImport> {
  let list: ListImport | null = null;
  await expect
    .poll(
      async () => {
        list = await findListImport(run.test.db.sql, run.org.organisationId, id);
        return under.includes(list!.state);
      },
      { timeout: 30_000 },
    )
    .toBe(false);
  return list!;
}

async function begun(
  kind: ListKind,
  content: string,
  scope: Scope = { kind: 'ACCOUNT', id: run.org.accountId },
): Promise<ListImport> {
  const { organisationId } = run.org;
  const now = new Date();
  const file = await storeListFile(
    run.test.db.sql,
    { organisationId, name: 'left.csv', by: BY, limit: 1e9, now },
    (async function* () {
      yield Buffer.from(content);
    })(),
  );
  if ('refused' in file) throw new Error(file.refused);
  const started = await run.test.db.transaction((tx) =>
    startListImport(tx, {
      organisationId,
      fileId: file.id,
      kind,
      scope,
      overrule: {},
      by: BY,
      now,
    }),
  );
  if ('refused' in started) throw new Error(started.refused);
  return settled(started.importId, 'UPLOADED');
}

async function step(list: ListImport, asked: 'map' | 'run' | 'cancel', said: SaidColumn[] = []) {
  const { id: importId, organisationId } = list;
  const shape = list.shape as unknown as ListShape;
  const mapping = asked === 'map' ? mapColumns(shape, list.kind, said) : null;
  const told = mapping && { shape: list.shape, mapping: mapping as unknown as Json };
  const now = new Date();
  const done = await run.test.db.transaction((tx) =>
    stepListImport(tx, { importId, organisationId, step: asked, now, ...(told && { told }) }),
  );
  if ('refused' in done) throw new Error(done.refused);
  return settled(importId, 'MAPPED', 'RUNNING');
}

async function imported(kind: ListKind, content: string, said?: SaidColumn[], scope?: Scope) {
  const counted = await step(await begun(kind, content, scope), 'map', said);
  expect(counted.state).toBe('COUNTED');
  return { counted, done: await step(counted, 'run') };
}

const unsubscribed = async () => {
  const all: (readonly unknown[])[] = [];
  const of = { addressBookId: null, accountId: null, topicId: null };
  for await (const batch of readUnsubscribed(run.test.db, run.org.organisationId, of))
    all.push(...batch);
  return all;
};

const LIST = `E-mail;Grund
anna@left.example.test;zu viele Mails
Bo <bo@left.example.test>;

nobody
anna@left.example.test;
`;

describe('a list of opt-outs', () => {
  it('is looked at, counted, and opts out with “import unsubscribe”, its file, its time and who (F7, F10, I-1)', async () => {
    const looked = await begun('OPT_OUTS', LIST);
    expect(looked.state).toBe('LOOKED');
    expect(await unsubscribed()).toEqual([]);
    const { counted, done } = await imported('OPT_OUTS', LIST);
    const counts = { rows: 5, accepted: 3, rejected: 1, blank: 1, repeated: 1, out: 0 };
    expect(counted.counts).toMatchObject({ ...counts, fresh: 2, known: 0 });
    expect(done).toMatchObject({ state: 'FINISHED', counts: { ...counts, fresh: 2, known: 0 } });
    const left = await unsubscribed();
    expect(left.map(([address, , state, , , , method]) => [address, state, method])).toEqual(
      expect.arrayContaining([
        ['anna@left.example.test', 'OPTED_OUT', 'IMPORT'],
        ['bo@left.example.test', 'OPTED_OUT', 'IMPORT'],
      ]),
    );
    const key = addressKey(run.org.ring, 'EMAIL', 'anna@left.example.test');
    const [{ id } = { id: '' }] = await run.test.db.sql.rows<{ id: string }>(
      'SELECT id FROM opt_out_request WHERE address_key = $1',
      [key],
    );
    const [event, ...more] = await ledgerOfRequest(run.test.db.sql, id);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'REQUESTED',
      method: 'IMPORT',
      actorKind: 'MEMBER',
      actor: 'Eva',
      reason: 'import unsubscribe: left.csv · zu viele Mails',
      detail: { importId: done.id },
    });
    const [request] = await findRequests(run.test.db.sql, run.org.organisationId, [id]);
    expect(request).toMatchObject({ state: 'CONFIRMED', method: 'IMPORT', decidedBy: 'Eva' });
    const staged = await run.test.db.sql.rows(
      'SELECT 1 FROM list_import_row WHERE import_id = $1',
      [done.id],
    );
    expect(staged).toEqual([]);
  });

  it('changes nothing the second time (I-1)', async () => {
    const events = () => run.test.db.sql.rows('SELECT id FROM ledger_event ORDER BY id');
    const before = await events();
    const { counted, done } = await imported('OPT_OUTS', LIST);
    expect(counted.counts).toMatchObject({ fresh: 0, known: 0, out: 2, repeated: 1 });
    expect(done.counts).toMatchObject({ fresh: 0, known: 0, out: 2, repeated: 1 });
    expect(await events()).toEqual(before);
  });

  it('takes numbers, and closes what waited for an admin (W-10)', async () => {
    const scope = { kind: 'BOOK', id: run.org.staffId } as const;
    const { done } = await imported('OPT_OUTS', 'phone\n+46701740605\n', [], scope);
    expect(done.counts).toMatchObject({ fresh: 1 });
    const [left] = await unsubscribed();
    expect(left?.slice(0, 3)).toEqual(['+46701740605', 'SMS', 'OPTED_OUT']);
  });

  it('does nothing where it is cancelled before it runs', async () => {
    const counted = await step(await begun('OPT_OUTS', 'email\nnever@left.example.test\n'), 'map');
    expect((await step(counted, 'cancel')).state).toBe('CANCELLED');
    expect((await unsubscribed()).map(([address]) => address)).not.toContain(
      'never@left.example.test',
    );
    await expect(step(counted, 'run')).rejects.toThrow('state');
  });

  it('fails with its reason where the file is no list', async () => {
    const failed = await begun('OPT_OUTS', '<!doctype html><html><body>Sign in</body></html>');
    expect(failed).toMatchObject({ state: 'FAILED', failure: 'HTML' });
  });
});

describe('a list of contacts', () => {
  const CONTACTS =
    'email,first_name,status\nanna@left.example.test,Anna,active\ncid@x.example.test,Cid,unsubscribed\ndan@x.example.test,Dan,active\ndan@x.example.test,Dan,active\n';
  const scope = (): Scope => ({ kind: 'BOOK', id: run.org.newsletterId });

  it('stops and asks where a column speaks of leaving, and revives nobody (F9, I-2)', async () => {
    const asked = await step(await begun('CONTACTS', CONTACTS, scope()), 'map');
    expect(asked.state).toBe('LOOKED');
    expect(asked.shape).toMatchObject({
      leaving: [{ column: 'status', rows: 1, cells: ['unsubscribed'] }],
    });
    const counted = await step(asked, 'map', [{ column: 'status', field: 'LEFT' }]);
    const counts = { rows: 4, accepted: 4, fresh: 2, known: 0, out: 1, leaving: 1, repeated: 1 };
    expect(counted.counts).toMatchObject(counts);
    const done = await step(counted, 'run');
    expect(done).toMatchObject({ state: 'FINISHED', counts });
    const left = await unsubscribed();
    expect(left.map(([address, , state]) => [address, state])).toEqual(
      expect.arrayContaining([
        ['anna@left.example.test', 'OPTED_OUT'],
        ['cid@x.example.test', 'OPTED_OUT'],
      ]),
    );
    const again = await imported(
      'CONTACTS',
      CONTACTS,
      [{ column: 'status', field: 'LEFT' }],
      scope(),
    );
    expect(again.done.counts).toMatchObject({ fresh: 0, known: 2, out: 1 });
  });
});
