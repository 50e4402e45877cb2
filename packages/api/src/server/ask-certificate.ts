import { connect, type PeerCertificate } from 'node:tls';

export type CertificateAnswer =
  | { readonly trusted: true; readonly validUntil: Date }
  | { readonly trusted: false; readonly code: string; readonly advice: string };

const WITHIN_MS = 10_000;

/** What is wrong, by OpenSSL's and Node's codes, and what to do. */
const ADVICE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired: renew it',
  CERT_NOT_YET_VALID: 'it is not valid yet: look at the clocks',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host: get one for the host of PUBLIC_URL',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it signs itself: get one of a public authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody knows its authority: get one of a public authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its chain is not complete: serve the intermediate certificates with it (often fullchain.pem)',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its chain is not complete: serve the intermediate certificates with it (often fullchain.pem)',
};
const NOT_REACHED = 'it could not be reached from here: see that it can be from the internet';

/**
 * Shakes hands with an https origin as a mail client would before it posts a one-click (H-19): chain, host and validity.
 * `authorities`: PEM of those that are trusted; the public ones if not given.
 */
export async function askCertificate(
  origin: string,
  authorities?: readonly string[],
): Promise<CertificateAnswer> {
  const { hostname: host, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connect({
      host,
      servername: host,
      port: Number(port || 443),
      timeout: WITHIN_MS,
      ...(authorities && { ca: [...authorities] }),
    });
    const answer = (given: CertificateAnswer): void => {
      socket.destroy();
      resolve(given);
    };
    socket.once('secureConnect', () => {
      const { valid_to: validTo }: PeerCertificate = socket.getPeerCertificate();
      answer({ trusted: true, validUntil: new Date(validTo) });
    });
    socket.once('timeout', () =>
      answer({ trusted: false, code: 'ETIMEDOUT', advice: NOT_REACHED }),
    );
    socket.once('error', ({ code = 'UNKNOWN' }: NodeJS.ErrnoException) =>
      answer({ trusted: false, code, advice: ADVICE[code] ?? NOT_REACHED }),
    );
  });
}
