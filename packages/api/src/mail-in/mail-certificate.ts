import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { MailCertificate } from '@adieu/intake';
import type { Logger } from 'pino';

export interface CertificateFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

const LOOK_MS = 60_000;

/** A certificate with its key; throws where they are not there or not of each other. */
export function readMailCertificate({ certFile, keyFile }: CertificateFiles): MailCertificate {
  try {
    const certificate = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
    createSecureContext(certificate);
    return certificate;
  } catch (cause) {
    throw new Error(`the certificate of mail-in: ${(cause as Error).message}`, { cause });
  }
}

/**
 * Looks each minute whether the files hold another certificate, as after a renewal, and gives it to `renew`. One that is not whole
 * yet is looked at again. Gives what ends it.
 */
export function onRenewal(
  files: CertificateFiles,
  {
    log,
    renew,
    everyMs = LOOK_MS,
  }: {
    log: Logger;
    renew: (certificate: MailCertificate) => void;
    everyMs?: number;
  },
): () => void {
  let { cert } = readMailCertificate(files);
  const look = (): void => {
    try {
      const now = readMailCertificate(files);
      if (now.cert.equals(cert)) return;
      cert = now.cert;
      renew(now);
      log.info('the certificate of mail-in was renewed');
    } catch (error) {
      log.warn({ err: error }, 'the certificate of mail-in could not be read: the last one stays');
    }
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
