import type { Database, Sql } from '@adieu/db';

/** A database whose answers can be lost after the commit: what a worker sees of its work that dies right after it. */
export interface LosingAnswers {
  readonly db: Database;
  /** The next time that a statement like this has been committed, whoever waits for it gets an error instead. Gives when. */
  loseAnswerTo(statement: RegExp): Promise<void>;
}

export function losingAnswers(real: Database): LosingAnswers {
  let armed: { statement: RegExp; lost: () => void } | null = null;
  const lose = (texts: readonly string[]): void => {
    const { statement, lost } = armed ?? {};
    if (statement === undefined || !texts.some((text) => statement.test(text))) return;
    armed = null;
    lost!();
    throw new Error('the answer was lost');
  };
  const noting = (sql: Sql, texts: string[]): Sql => ({
    ...sql,
    rows(text, values) {
      texts.push(text);
      return sql.rows(text, values);
    },
  });
  return {
    db: {
      ...real,
      sql: {
        ...real.sql,
        async rows(text, values) {
          const rows = await real.sql.rows<never>(text, values);
          lose([text]);
          return rows;
        },
      },
      async transaction(work) {
        const texts: string[] = [];
        const result = await real.transaction((tx) =>
          work({
            ...noting(tx, texts),
            isTransaction: true,
            copy: (into, rows) => tx.copy(into, rows),
          }),
        );
        lose(texts);
        return result;
      },
    },
    loseAnswerTo: (statement) =>
      new Promise((resolve) => {
        armed = { statement, lost: resolve };
      }),
  };
}
