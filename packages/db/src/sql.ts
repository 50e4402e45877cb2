import { createHash } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { oneStatement } from './one-statement.ts';
import { copyInto, type CopyCell } from './copy-into.ts';
import type { EntityManagers } from './orm/entity-managers.ts';
import type { Statements } from './tenant.ts';

/** Where a statement runs: the pool (each its own transaction) or one open transaction. */
export interface Sql {
  /** Runs a statement prepared under the hash of its text, so that the server plans it once a connection. */
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs a statement that is put together of constant parts, planned for these very values and not kept: for lists with
   * filters that may be left out, where one plan for all would read the whole table.
   */
  once<Row>(text: string, values: readonly unknown[]): Promise<Row[]>;
  /**
   * An entity manager for single rows, on the same connection and in the same transaction. Each is new and remembers
   * nothing of what another read. It writes values into its statements, so no recipient's address and no token goes
   * through it: a server that logs statements would log them.
   */
  em(): SqlEntityManager;
}

/**
 * One open transaction. What writes in more than one statement takes this and not `Sql`, so that no caller can give it the
 * pool, where a crash between two statements would keep the first alone.
 */
export interface Transaction extends Sql {
  readonly isTransaction: true;
  /** Hands rows to a table and its columns (`t (a, b)`) by COPY: of thousands, several times as fast as any other way. */
  copy(into: string, rows: readonly (readonly CopyCell[])[]): Promise<void>;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    names.set(text, name);
  }
  return name;
}

/** Statements through a pool, a client, or what is held to an organisation. Texts must be constants: each is kept prepared. */
export function sqlOf(client: Statements, managers: EntityManagers): Sql {
  return {
    async rows<Row>(text: string, values: readonly unknown[] = []) {
      const result = await client.query({ name: nameOf(text), text, values: [...values] });
      return result.rows as Row[];
    },
    async once<Row>(text: string, values: readonly unknown[]) {
      const result = await client.query(oneStatement({ text, values: [...values] }));
      return result.rows as Row[];
    },
    em: () => managers.on(client),
  };
}

/** Runs `work` in one transaction (READ COMMITTED), begun so; rolls back and rethrows when it throws. */
export async function inTransaction<T>(
  { pool, managers, begin }: { pool: pg.Pool; managers: EntityManagers; begin: string },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(begin);
    const result = await work({
      ...sqlOf(client, managers),
      isTransaction: true,
      copy: (into, rows) => copyInto(client, into, rows),
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
