import type { Logger } from 'pino';
import { askCertificate } from './ask-certificate.ts';

const DAY_MS = 86_400_000;
/** Renewals commonly come a month before the end: what is left of two weeks was forgotten. */
const SOON_MS = 14 * DAY_MS;

/**
 * Asks at the start and each day whether mail clients can trust the public address, and says so in the log: where they
 * can not, no one-click arrives and nobody is told (H-19). Nothing else depends on it. Gives what ends it.
 */
export function watchCertificate(
  origin: string,
  { log, clock }: { log: Logger; clock: () => Date },
): () => void {
  const look = async (): Promise<void> => {
    const answer = await askCertificate(origin);
    if (!answer.trusted) {
      const { code, advice } = answer;
      log.warn({ origin, code }, `the certificate of PUBLIC_URL: ${advice}`);
      return;
    }
    const { validUntil } = answer;
    if (validUntil.getTime() - clock().getTime() < SOON_MS)
      log.warn({ origin, validUntil }, 'the certificate of PUBLIC_URL ends soon: renew it');
    else log.info({ origin, validUntil }, 'the certificate of PUBLIC_URL is trusted');
  };
  void look();
  const timer = setInterval(() => void look(), DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
