import { PAGES_HEADER } from '@adieu/domain';
import { Pool } from 'undici';
import type { TypedDocumentString } from './generated/documents.ts';

const TIMEOUT_MS = 8_000;

/** Asks the API. Rejects with ApiUnavailable where there is no whole answer, with BadInput where it can not be read. */
export type Api = <Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** The API could not be reached, or failed: what was asked of it may or may not have been done. */
export class ApiUnavailable extends Error {
  override name = 'ApiUnavailable';
}

/** The API could not read an argument: what the address or the form named can not be there. */
export class BadInput extends Error {
  override name = 'BadInput';
}

/** Asks in the name of a browser's session; null: of whoever has a link. */
export type ApiOf = (session: string | null) => Api;

/** `secret`: by which the api knows the pages, and believes what they tell of their visitors. */
export function createApi(apiUrl: string, secret: string): ApiOf {
  // why not fetch: its streams cost more than the page that they bring (a fifth of this process's time).
  const pool = new Pool(new URL(apiUrl).origin);
  return (session) =>
    async <Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ) => {
      const query = document.toString();
      const operationName = nameOf(query);
      try {
        const { statusCode, body } = await pool.request({
          method: 'POST',
          path: '/graphql',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            'x-adieu-client': 'preference-center',
            [PAGES_HEADER]: secret,
            ...(session !== null && { authorization: `Session ${session}` }),
          },
          body: JSON.stringify({ operationName, query, variables }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const answer = (await body.json()) as Answer<Data>;
        return dataOf(operationName, statusCode, answer);
      } catch (cause) {
        if (cause instanceof ApiUnavailable || cause instanceof BadInput) throw cause;
        throw new ApiUnavailable(`${operationName}: no answer from the API`, { cause });
      }
    };
}

function nameOf(query: string): string {
  return /^\s*(?:query|mutation) (\w+)/.exec(query)?.[1] ?? 'unnamed';
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function dataOf<Data>(name: string, status: number, { data, errors }: Answer<Data>): Data {
  // A partial answer is none: half a view could hide a way out.
  if (status === 200 && data && !errors) return data;
  // why codes alone: the API's own words may quote a variable, and the token is one.
  const codes = errors?.map(({ extensions }) => extensions?.code ?? 'unnamed');
  if (codes?.every((code) => code === 'BAD_USER_INPUT')) throw new BadInput(`${name} was not read`);
  throw new ApiUnavailable(`${name}: HTTP ${status}, errors: ${codes?.join(', ') ?? 'none'}`);
}
