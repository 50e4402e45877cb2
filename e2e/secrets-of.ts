import { openDatabase } from '@adieu/db';
import type { Endpoints } from './endpoints.ts';
import { type Secrets, secretsIn } from './leaks.ts';
import { listMails, readMail } from './mailbox.ts';

/** What of a product is a secret at its end: all that stands in its mails and its database, and its keys. */
export async function secretsOf(endpoints: Endpoints): Promise<Secrets> {
  const mails = await Promise.all(
    (await listMails(endpoints)).map((mail) => readMail(endpoints, mail)),
  );
  const texts = mails.flatMap(({ raw, parsed }) => [raw, parsed.text ?? '', parsed.html || '']);
  return secretsIn(
    [...texts, ...(await addresses(endpoints)), JSON.stringify(endpoints.demo)].join('\n'),
  );
}

async function addresses({ database }: Endpoints): Promise<string[]> {
  const db = await openDatabase({ url: database, maxConnections: 1 });
  try {
    const rows = await db.sql.rows<{ address: string }>(
      `SELECT address FROM recipient WHERE address IS NOT NULL UNION SELECT email FROM member`,
    );
    return rows.map(({ address }) => address);
  } finally {
    await db.close();
  }
}
