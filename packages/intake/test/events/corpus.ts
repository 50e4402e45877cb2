import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailProvider } from '@adieu/gateways';
import type { EventIngress, EventRequest } from '../../src/events/event-ingress.ts';
import type { MailEvent } from '../../src/events/mail-event.ts';
import { openEventIngresses } from '../../src/events/open-event-ingresses.ts';

const FOLDER = join(import.meta.dirname, '../../../../../shared/corpora/provider-events');
export const hasCorpus = existsSync(FOLDER);

export type Kind = MailProvider['kind'];

export interface CorpusCase {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly secret?: {
    readonly publicKey?: string;
    readonly signingKey?: string;
    readonly basic?: string;
    readonly now?: string;
  };
  readonly config?: { readonly topicArns?: readonly string[]; readonly now?: string };
  readonly further?: readonly Partial<CorpusCase>[];
  readonly expect: {
    readonly signature: 'valid' | 'invalid' | 'missing';
    readonly refused?: string;
    readonly confirm?: string;
    readonly events: readonly Partial<MailEvent>[];
  };
}

/** The cases of one provider; none where the corpus is absent. */
export function corpusOf(kind: Kind): CorpusCase[] {
  if (!hasCorpus) return [];
  return JSON.parse(readFileSync(join(FOLDER, `${kind}.json`), 'utf8')) as CorpusCase[];
}

/** By their URLs. */
export function certificates(): Record<string, string> {
  if (!hasCorpus) return {};
  return JSON.parse(readFileSync(join(FOLDER, 'ses-certificates.json'), 'utf8')) as Record<
    string,
    string
  >;
}

/** The provider as an operator would set it up for a case, not having seen anything before. */
export function ingressOf(kind: Kind, { secret = {}, config = {} }: CorpusCase): EventIngress {
  const [username = '', password = ''] = secret.basic?.split(':') ?? [];
  const callback = secret.basic === undefined ? null : { username, password };
  const common = { name: 'provider', server: null };
  const settings: Record<Kind, () => MailProvider> = {
    ses: () => ({
      ...common,
      kind: 'ses',
      topicArns: [...(config.topicArns ?? [])],
      configurationSet: null,
    }),
    sendgrid: () => ({
      ...common,
      kind: 'sendgrid',
      publicKey: secret.publicKey === undefined ? null : [secret.publicKey],
      callback,
    }),
    mailgun: () => ({ ...common, kind: 'mailgun', signingKey: [secret.signingKey!], callback }),
    postmark: () => ({ ...common, kind: 'postmark', callback: callback!, sources: null }),
  };
  return openEventIngresses([settings[kind]()]).ingressOf('provider')!;
}

/** When a case is read. */
export function nowOf({ secret, config }: CorpusCase): Date {
  if (secret?.now !== undefined) return new Date(Number(secret.now) * 1000);
  return config?.now === undefined ? new Date('2026-05-04T08:00:00.000Z') : new Date(config.now);
}

/** The request of a case as our route would hand it on. */
export function requestOf({ method, path, headers, body }: CorpusCase): EventRequest {
  return {
    method,
    publicUrl: `https://adieu.example.test${path}`,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    rawBody: Buffer.from(body),
    remoteAddress: '192.0.2.7',
  };
}
