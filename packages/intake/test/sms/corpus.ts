import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SmsRequest } from '../../src/sms/sms-ingress.ts';

const FOLDER = join(import.meta.dirname, '../../../../../shared/corpora/sms-gateways');
export const hasCorpus = existsSync(FOLDER);

interface CorpusEvent {
  readonly event: 'message' | 'status' | 'opted-out';
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly at?: string;
  readonly ref?: string;
  readonly hint?: string;
  readonly code?: string;
  readonly state?: string;
  readonly optedOut?: boolean | null;
  readonly parts?: { readonly ref: string; readonly part: number; readonly total: number };
}

export interface CorpusCase {
  readonly name: string;
  readonly direction: 'inbound' | 'status' | 'send';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly publicUrl?: string;
  readonly secret?: { readonly authToken?: string; readonly webhookSecret?: string };
  readonly config?: Readonly<Record<string, string>>;
  readonly vector?: boolean;
  readonly expect: {
    readonly signature?: 'valid' | 'invalid' | 'missing';
    readonly events?: readonly CorpusEvent[];
    readonly invalid?: string;
    readonly answer?: {
      readonly status: number;
      readonly contentType?: string;
      readonly body?: string;
    };
  };
}

/** The cases of one gateway that come in; none where the corpus is absent. */
export function corpusOf(gateway: string): CorpusCase[] {
  if (!hasCorpus) return [];
  const all = JSON.parse(readFileSync(join(FOLDER, `${gateway}.json`), 'utf8')) as CorpusCase[];
  return all.filter(({ direction }) => direction !== 'send');
}

/** The request of a case as our route would hand it on. `path` maps a path of the corpus to ours. */
export function requestOf(each: CorpusCase, path = (given: string): string => given): SmsRequest {
  return {
    method: each.method,
    publicUrl: each.publicUrl ?? `https://adieu.example.test${path(each.path)}`,
    headers: Object.fromEntries(
      Object.entries(each.headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    rawBody: Buffer.from(each.body ?? ''),
    remoteAddress: '192.0.2.7',
  };
}

const STATES: Readonly<Record<string, string>> = {
  accepted: 'SENT',
  sent: 'SENT',
  delivered: 'DELIVERED',
  read: 'DELIVERED',
  failed: 'FAILED',
  expired: 'FAILED',
  rejected: 'FAILED',
  unknown: 'UNKNOWN',
};

/** What our event must at least say. What the corpus leaves open is left open here. */
export function expectedOf(each: CorpusEvent): object {
  const { id, from, to, text, at, code, state, hint, parts } = each;
  const common = at === undefined ? {} : { at: new Date(at) };
  if (each.event === 'opted-out') return { kind: 'opted-out', from, ...common };
  if (each.event === 'status')
    return {
      kind: 'status',
      ...(id !== undefined && { gatewayId: id }),
      state: STATES[state!],
      optedOut: each.optedOut === true,
      ...(code !== undefined && { code }),
      ...common,
    };
  return {
    kind: 'received',
    from,
    text,
    ...(to !== undefined && { to }),
    ...(id !== undefined && { gatewayId: id }),
    hint: hint ?? null,
    part: parts === undefined ? null : { ref: parts.ref, number: parts.part, of: parts.total },
    ...common,
  };
}
