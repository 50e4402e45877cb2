import type { TypedDocumentString } from '../generated/documents.ts';
import { AdieuError } from '../errors.ts';

/** Asks the Adieu that it is connected to. Rejects with an AdieuError whose message says what to do. */
export interface Connection {
  readonly url: string;
  ask<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

export interface ConnectOptions {
  /** Of the GraphQL API, as in https://adieu.nordlys.se/graphql. Not given: ADIEU_URL. */
  readonly url?: string | undefined;
  /** A key of the role CAMPAIGNER or ADMIN. Not given: ADIEU_API_KEY. */
  readonly apiKey?: string | undefined;
}

/** As long as `fetch` itself waits: to queue a campaign of a million takes a minute or two. */
const TIMEOUT_MS = 5 * 60_000;

/** A connection by these options, else by the environment. Nothing is asked before the first call. */
export function connect({
  url = process.env['ADIEU_URL'],
  apiKey = process.env['ADIEU_API_KEY'],
}: ConnectOptions = {}): Connection {
  if (!url || !URL.canParse(url))
    throw new AdieuError(
      'NO_URL',
      'Set ADIEU_URL: the https URL of the GraphQL API of your Adieu.',
    );
  if (!apiKey)
    throw new AdieuError('NO_API_KEY', 'Set ADIEU_API_KEY: a key of the role CAMPAIGNER or ADMIN.');
  return {
    url,
    async ask<Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ): Promise<Data> {
      const response = await post(url, apiKey, { query: document.toString(), variables });
      const { data, errors } = await read<Data>(response);
      if (errors !== undefined || !data) throw failed(response.status, errors);
      return data;
    },
  };
}

async function post(url: string, apiKey: string, body: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${apiKey}`,
        'x-adieu-client': 'sdk',
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new AdieuError(
      'UNREACHABLE',
      `No answer from ${new URL(url).origin}: ${reasonOf(cause)}`,
      {
        cause,
      },
    );
  }
}

/** `fetch failed` says nothing; what it was caused by does. */
function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, message } = inner as { code?: string; message?: string };
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT' || code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    return 'its certificate is not trusted here. Name the file of its issuer in NODE_EXTRA_CA_CERTS.';
  return message || code || 'unknown reason';
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}

async function read<Data>(response: Response): Promise<Answer<Data>> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer<Data>;
  } catch (cause) {
    throw new AdieuError(
      'NOT_ADIEU',
      `${response.url} answered ${response.status} and no JSON: is this the URL of the GraphQL API?`,
      { cause },
    );
  }
}

function failed(status: number, errors: Answer<unknown>['errors']): AdieuError {
  const [first] = errors ?? [];
  const code = first?.extensions?.code ?? `HTTP_${status}`;
  const hint = code === 'UNAUTHENTICATED' ? ' Look at ADIEU_API_KEY.' : '';
  return new AdieuError(code, `${first?.message ?? `The API answered ${status}.`}${hint}`);
}
