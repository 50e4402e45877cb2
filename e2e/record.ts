import { openDatabase } from '@adieu/db';
import type { Endpoints } from './endpoints.ts';

/** When the workflow of an address's latest request had run to its end; null before. Read from the record itself. */
export async function settledAt(endpoints: Endpoints, address: string): Promise<Date | null> {
  const db = await openDatabase({ url: endpoints.database, maxConnections: 1 });
  try {
    const [row] = await db.sql.rows<{ settledAt: Date | null }>(
      `SELECT q.settled_at AS "settledAt" FROM opt_out_request q JOIN recipient r ON r.id = q.recipient_id
       WHERE r.address = $1 ORDER BY q.received_at DESC LIMIT 1`,
      [address],
    );
    return row?.settledAt ?? null;
  } finally {
    await db.close();
  }
}
