import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/**
 * Writes workflows into the list of a development server that does not run, each like the newest that is in it. There is
 * nothing behind them: the server counts and lists them, and knows nothing of them if it is asked about one.
 */
export function listAsRunning(file: string, workflowIds: readonly string[]): void {
  const store = new DatabaseSync(file);
  try {
    // A hundred indexes, of which nothing that is asked here uses more than two: kept, each row would pay for all.
    const indexes = store
      .prepare(
        `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = 'executions_visibility'`,
      )
      .all() as { name: string; sql: string }[];
    store.exec(`BEGIN; ${indexes.map(({ name }) => `DROP INDEX ${name}`).join('; ')}`);
    const insert = store.prepare(
      `INSERT INTO executions_visibility (namespace_id, run_id, _version, start_time, execution_time, workflow_id,
         workflow_type_name, status, memo, encoding, task_queue, root_workflow_id, root_run_id)
       SELECT namespace_id, $run, _version, start_time, execution_time, $id, workflow_type_name, status, memo, encoding,
         task_queue, $id, $run FROM executions_visibility WHERE rowid = $like`,
    );
    const { like } = store
      .prepare(
        `SELECT max(rowid) AS like FROM executions_visibility WHERE workflow_id LIKE 'opt-out/%'`,
      )
      .get() as { like: number };
    for (const $id of workflowIds) insert.run({ $id, $run: randomUUID(), $like: like });
    store.exec(`${indexes.map(({ sql }) => sql).join('; ')}; COMMIT`);
  } finally {
    store.close();
  }
}
