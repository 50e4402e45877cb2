import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS } from '../../src/graphql/areas.ts';
import { toId } from '../../src/graphql/shared/ids.ts';
import type { Answer } from '../house.ts';
import { FILES } from './files.ts';
import { digestOfAll, effectOf } from './effect.ts';
import { expectBadInstant, expectNothingDone, expectUnknownId } from './expect-problem.ts';
import { type Leaf, leavesOf, valueAt, withValue } from './leaves.ts';
import { memberSession } from './make.ts';
import { foreign, openWorld, theirs } from './open-world.ts';
import { ask, house, inputType, mutationsOf } from './world.ts';

/** A mutation with an input that is good, another one each time. */
export interface Case {
  readonly input: () => Promise<Record<string, unknown>>;
  /** Another good input, for a field that goes only without some of the others. */
  readonly instead?: Readonly<Record<string, () => Promise<Record<string, unknown>>>>;
  /** Null: it is a link's, whose token is the key. */
  readonly key?: null;
  /** It is a member's, whose session is the key. */
  readonly session?: true;
  /** Fields whose texts are as long as they like: files and templates. */
  readonly anyLength?: readonly string[];
  /** Ids that are no rows' of ours (hashes and words), or that everybody may use (of a public form). */
  readonly words?: readonly string[];
  /** What a problem names where it is not the field that is wrong: another that could stand for it. */
  readonly names?: Readonly<Record<string, string>>;
  /** What makes another input of a link's; null where the link is all there is. */
  readonly other?: Record<string, unknown> | null;
  /** No key is kept for it: a repeat does no harm by itself. */
  readonly keyless?: true;
  /** It changes what a row says and makes none. */
  readonly makesNoRows?: true;
  /** An instant of long ago is a good one. */
  readonly past?: true;
}

/** Everything bad that may be said to the mutations of a file's areas, each of which has a case. */
export function testBadInput(
  file: keyof typeof FILES,
  cases: Readonly<Record<string, Case>>,
): void {
  const names = mutationsOf(FILES[file]);

  const inputWith = (name: string, path: string): Promise<Record<string, unknown>> =>
    (cases[name]!.instead?.[path] ?? cases[name]!.input)();

  const send = (
    name: string,
    input: object,
  ): Promise<Answer<Record<string, Record<string, unknown>>>> =>
    cases[name]!.session
      ? memberSession().then((session) => ask(name, input, session))
      : ask(name, input, cases[name]!.key);

  const leavesIn = (type: string): [string, Leaf][] =>
    names.flatMap((name) =>
      leavesOf(inputType(name))
        .filter((leaf) => leaf.type === type && leaf.path !== 'idempotencyKey')
        .map((leaf): [string, Leaf] => [name, leaf]),
    );

  beforeAll(openWorld, 60_000);
  beforeAll(async () => {
    if (names.some((name) => cases[name]?.session)) await memberSession();
  });
  afterAll(() => house?.close());

  it('every mutation has a case here', () => {
    expect(Object.keys(cases).toSorted()).toEqual(names.toSorted());
  });

  it.each(names)(
    '%s takes its good input, so that the bad ones below are bad for one reason',
    async (name) => {
      const { data, errors } = await send(name, await cases[name]!.input());
      expect(errors).toBeUndefined();
      expect(data[name]).not.toHaveProperty('code');
    },
  );

  describe('ids', () => {
    const prefixOf = (id: unknown): string => (id as string).split('_')[0]!;
    const ids = leavesIn('ID').filter(([name, { path }]) => !cases[name]?.words?.includes(path));

    it.each(ids)(
      '%s answers alike for an id at $path of somebody else and of nobody',
      async (name, { path }) => {
        const input = await inputWith(name, path);
        const prefix = prefixOf(valueAt(input, path));
        const answers: unknown[] = [];
        const effect = await effectOf(async () => {
          for (const id of [theirs[prefix]!, toId(prefix as 'book', randomUUID())]) {
            const { data, errors } = await send(name, withValue(input, path, id) as object);
            expect(errors).toBeUndefined();
            answers.push(data[name]);
          }
        });
        expect(answers[0]).toEqual(answers[1]);
        expectUnknownId(answers[0], path, cases[name]!.names?.[path]);
        expect(effect).toEqual({});
      },
    );

    it.each(leavesIn('ID'))(
      '%s finds nothing by an id at $path that is none',
      async (name, { path }) => {
        const input = await inputWith(name, path);
        for (const id of ['', 'garbage', randomUUID(), 'x'.repeat(10_000)]) {
          const { data, errors } = await send(name, withValue(input, path, id) as object);
          expect(errors).toBeUndefined();
          // An empty topic is no topic.
          if (id !== '' || path !== 'topicId')
            expectUnknownId(data[name], path, cases[name]!.names?.[path]);
        }
      },
    );
  });

  // Those of links and operators are not held to an organisation (decision 046).
  const held = names.filter((name) => {
    const row = ACCESS.Mutation[name]!;
    return row !== 'link' && row.acts !== 'installation';
  });
  it.each(held)(
    '%s does nothing to rows that PostgreSQL does not let it at, whatever it believes (Q-8)',
    async (name) => {
      const input = await cases[name]!.input();
      const before = await digestOfAll();
      house.heldTo = foreign.organisationId;
      try {
        const { data, errors } = await send(name, input);
        expect(await digestOfAll()).toEqual(before);
        if (errors === undefined) expectNothingDone(data[name]!);
        else expect(errors[0]!.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
      } finally {
        house.heldTo = null;
      }
    },
  );

  describe('texts', () => {
    it.each(leavesIn('String'))(
      '%s keeps no NUL and no half character at $path',
      async (name, { path }) => {
        const input = await cases[name]!.input();
        for (const text of ['a\0b', 'a\uD800b']) {
          let answer: unknown;
          const effect = await effectOf(async () => {
            answer = (await send(name, withValue(input, path, text) as object)).data[name];
          });
          expect(answer).toMatchObject({
            code: 'INVALID_INPUT',
            field: expect.stringContaining(path.split('.')[0]!),
          });
          expect(effect).toEqual({});
        }
      },
    );

    it.each(leavesIn('String'))(
      '%s has no fault where the text at $path is empty, blank or markup',
      async (name, { path }) => {
        for (const text of [
          '',
          '  \n',
          '<script>alert(1)</script>',
          "'; DROP TABLE recipient; --",
        ]) {
          const { errors } = await send(
            name,
            withValue(await cases[name]!.input(), path, text) as object,
          );
          expect(errors).toBeUndefined();
        }
      },
    );

    it.each(leavesIn('String'))(
      '%s refuses or cuts a text at $path that is far too long',
      async (name, leaf) => {
        if (cases[name]!.anyLength?.includes(leaf.path)) return;
        const input = withValue(
          await cases[name]!.input(),
          leaf.path,
          'x'.repeat(100_000),
        ) as object;
        const { errors } = await send(name, input);
        expect(errors).toBeUndefined();
        const [row] = await house.test.db.sql.rows<{ n: number }>(
          `SELECT (SELECT count(*) FROM opt_out_evidence WHERE length(detail::text) > 50000)::int
         + (SELECT count(*) FROM double_opt_in d WHERE length(d::text) > 50000)::int
         + (SELECT count(*) FROM double_opt_in_proof d WHERE length(d::text) > 50000)::int
         + (SELECT count(*) FROM ledger_event e WHERE length(e::text) > 50000)::int
         + (SELECT count(*) FROM campaign c WHERE length(c.name) > 50000)::int AS n`,
        );
        expect(row!.n).toBe(0);
      },
    );
  });

  it.each(
    names.flatMap((name) =>
      leavesOf(inputType(name))
        .filter(({ isList, path }) => isList && !path.includes('.'))
        .map(({ path }) => [name, path] as const),
    ),
  )('%s refuses 1,001 items at %s, and none where it needs some', async (name, path) => {
    const input = await inputWith(name, path);
    const one = (input[path] as unknown[])[0];
    const many = Array.from({ length: 1_001 }, () => one);
    const { data, errors } = await send(name, { ...input, [path]: many });
    expect(errors).toBeUndefined();
    expect(data[name]).toMatchObject({
      code: expect.stringMatching(/^(LIMIT_REACHED|TOO_MANY_\w+)$/),
      field: path,
      message: expect.stringMatching(/\d/),
    });
    const none = await send(name, { ...(await inputWith(name, path)), [path]: [] });
    expect(none.errors).toBeUndefined();
  });

  it.each(
    leavesIn('DateTime').flatMap(([name, leaf]) =>
      ['1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z'].map((at) => [name, leaf.path, at] as const),
    ),
  )('%s refuses at %s the instant %s', async (name, path, at) => {
    const { data, errors } = await send(
      name,
      withValue(await cases[name]!.input(), path, at) as object,
    );
    expect(errors).toBeUndefined();
    if (cases[name]!.past && at.startsWith('1970')) return;
    expectBadInstant(data[name], path, at);
  });

  describe('an idempotency key (Q-5)', () => {
    const keyed = names.filter((name) => !cases[name]?.keyless);
    it.each(keyed)(
      '%s: again with the same input is the same answer, marked, and nothing new',
      async (name) => {
        const input = { ...(await cases[name]!.input()), idempotencyKey: `again-${name}` };
        const first = await send(name, input);
        let again: typeof first | undefined;
        const effect = await effectOf(async () => {
          again = await send(name, input);
        });
        expect(again!.data).toEqual(first.data);
        expect([first, again!].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([
          null,
          'true',
        ]);
        expect(effect).toEqual({});
      },
    );

    const others = keyed.filter((name) => cases[name]?.other !== null);
    it.each(others)('%s: with another input is a conflict, and does nothing', async (name) => {
      const input = { ...(await cases[name]!.input()), idempotencyKey: `other-${name}` };
      await send(name, input);
      // The keys of a link are its own: another input is then another visitor of the same link.
      const other =
        cases[name]!.key === null
          ? { ...input, ...(cases[name]!.other ?? { userAgent: 'another' }) }
          : { ...(await cases[name]!.input()), idempotencyKey: input.idempotencyKey };
      let answer: unknown;
      const effect = await effectOf(async () => {
        answer = (await send(name, other)).data[name];
      });
      expect(answer).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', field: 'idempotencyKey' });
      expect(effect).toEqual({});
    });

    it.each(keyed)('%s: eight times at once has one effect', async (name) => {
      const once = await cases[name]!.input();
      const one = await effectOf(() => send(name, { ...once, idempotencyKey: `once-${name}` }));
      const input = { ...(await cases[name]!.input()), idempotencyKey: `eight-${name}` };
      let answers: Awaited<ReturnType<typeof send>>[] = [];
      const eight = await effectOf(async () => {
        answers = await Promise.all(Array.from({ length: 8 }, () => send(name, input)));
      });
      expect(answers.map(({ data }) => data[name])).toEqual(
        answers.map(() => answers[0]!.data[name]),
      );
      expect(
        answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true'),
      ).toHaveLength(7);
      if (!cases[name]!.makesNoRows) expect(Object.keys(one)).not.toEqual([]);
      expect(eight).toEqual(one);
    });
  });
}
