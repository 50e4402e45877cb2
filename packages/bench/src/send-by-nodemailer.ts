import type { RawMail } from '@adieu/gateways';
import { createTransport } from 'nodemailer';
import { closedLoop } from './closed-loop.ts';
import type { Figure } from './report.ts';

/** nodemailer as it is used elsewhere: its pool, asked by `sendMail` (design budget). */
export async function sendByNodemailer(
  url: string,
  connections: number,
  mails: readonly RawMail[],
): Promise<Figure> {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const sendOne = async ({ from, to, raw }: RawMail): Promise<void> =>
    void (await pool.sendMail({ envelope: { from, to }, raw }));
  const figure = await closedLoop(mails, connections, sendOne);
  pool.close();
  return figure;
}
