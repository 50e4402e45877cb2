import { MOST_READERS } from '@adieu/db';
import type { FastifyReply } from 'fastify';

const MOST_OF_ONE = 2;
/** A client that takes nothing for so long is gone: what it reads holds a connection and a snapshot. */
const STALLED_MS = 60_000;
export const RETRY_SECONDS = 30;

/** How many exports may run at once in this process, in all and of one organisation: each holds a connection. */
export interface ExportLimit {
  /** Whether there is a place for what is answered here, which holds it until its connection closes or stalls. */
  takeFor(reply: FastifyReply, organisationId: string): boolean;
}

const MOST_EXPORTS = MOST_READERS;

export function createExportLimit(): ExportLimit {
  const running = new Map<string, number>();
  let total = 0;
  const leave = (organisationId: string): void => {
    total -= 1;
    const left = running.get(organisationId)! - 1;
    if (left === 0) running.delete(organisationId);
    else running.set(organisationId, left);
  };
  return {
    takeFor({ raw }, organisationId) {
      const own = running.get(organisationId) ?? 0;
      if (total >= MOST_EXPORTS || own >= MOST_OF_ONE) return false;
      running.set(organisationId, own + 1);
      total += 1;
      raw.once('close', () => leave(organisationId));
      raw.setTimeout(STALLED_MS, () => raw.destroy());
      return true;
    },
  };
}

export function tooManyExports(reply: FastifyReply): FastifyReply {
  reply
    .header('retry-after', String(RETRY_SECONDS))
    .header('ratelimit-limit', String(MOST_EXPORTS))
    .header('ratelimit-remaining', '0')
    .header('ratelimit-reset', String(RETRY_SECONDS));
  return reply.code(429).send({
    code: 'LIMIT_REACHED',
    message: 'Too many lists are being read. Please try again in a while.',
    field: null,
  });
}
