import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporalProblem, temporalSecurity } from './temporal-security.ts';

const file = join(mkdtempSync(join(tmpdir(), 'adieu-tls-')), 'pem');
writeFileSync(file, 'PEM');
const PEM = Buffer.from('PEM');

describe('how Temporal is spoken to', () => {
  it.each([
    ['in clear where nothing is said', {}, {}],
    ['by TLS where that is said', { TEMPORAL_TLS: 'on' }, { tls: {} }],
    ['by TLS with an API key, also unsaid', { TEMPORAL_API_KEY: 'k' }, { tls: {}, apiKey: 'k' }],
    [
      'by TLS with an issuer and a name',
      { TEMPORAL_TLS_CA_FILE: file, TEMPORAL_TLS_SERVER_NAME: 'temporal' },
      { tls: { serverRootCACertificate: PEM, serverNameOverride: 'temporal' } },
    ],
    [
      'by mutual TLS',
      { TEMPORAL_TLS_CERT_FILE: file, TEMPORAL_TLS_KEY_FILE: file },
      { tls: { clientCertPair: { crt: PEM, key: PEM } } },
    ],
  ])('%s', (_how, given, expected) => {
    expect(temporalProblem(given)).toBeNull();
    expect(temporalSecurity(given)).toEqual(expected);
  });

  it('is refused where half a pair is set, and where a key would go out in clear', () => {
    expect(temporalProblem({ TEMPORAL_TLS_KEY_FILE: file })).toContain('set both or neither');
    expect(temporalProblem({ TEMPORAL_TLS: 'off', TEMPORAL_API_KEY: 's3cret' })).toMatch(
      /^TEMPORAL_TLS: must not be off where TEMPORAL_API_KEY is set((?!s3cret).)*$/,
    );
  });

  it('names the variable whose file is not there', () => {
    expect(() => temporalSecurity({ TEMPORAL_TLS_CA_FILE: '/nowhere.pem' })).toThrow(
      /^TEMPORAL_TLS_CA_FILE: .*nowhere/,
    );
  });
});
