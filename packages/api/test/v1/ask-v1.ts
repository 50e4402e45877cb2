import { createApiKey } from '@adieu/db';
import type { KeyUse } from '@adieu/domain';
import { createSecretToken } from '@adieu/keys';
import type { House } from '../house.ts';

/** Whatever of it an answer has. */
export interface V1Body {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  readonly asOf: string;
  readonly answers: readonly { readonly allowed: boolean }[];
  readonly items: readonly {
    readonly key: string;
    readonly address: string | null;
    readonly requestId: string;
    readonly problem: string | null;
  }[];
  readonly end: { readonly next: string | null; readonly changes: string; readonly more: boolean };
  readonly added: number;
  readonly rejected: number;
}

export interface V1Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: V1Body;
}

/** A key with these uses, held to an account where one is given. */
export async function keyFor(
  { test, org }: House,
  uses: readonly KeyUse[],
  accountId: string | null = null,
): Promise<string> {
  const { secret, hash } = createSecretToken('adieu_');
  await createApiKey(test.db.sql, {
    organisationId: org.organisationId,
    name: `of a third party (${uses.join(', ')})`,
    role: null,
    uses: [...uses],
    accountId,
    keyHash: hash,
    createdBy: { kind: 'SYSTEM', name: 'test' },
  });
  return secret;
}

/** Asks `/v1`; a body makes it a POST. JSON unless `accept` says otherwise. */
export async function askV1(
  { url }: House,
  path: string,
  key: string | null,
  {
    body,
    headers = {},
  }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<V1Answer> {
  const answer = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: (isJson ? JSON.parse(text) : {}) as V1Body,
  };
}
