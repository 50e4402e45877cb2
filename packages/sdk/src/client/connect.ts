import type { TypedDocumentString } from '../generated/documents.ts';
import { AdieuError } from '../errors.ts';
import { send } from './send.ts';

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

/** Whom to ask and by which key: these options, else the environment. Throws an AdieuError that says which to set. */
export function settings({
  url = process.env['ADIEU_URL'],
  apiKey = process.env['ADIEU_API_KEY'],
}: ConnectOptions): { readonly url: string; readonly apiKey: string } {
  if (!url || !URL.canParse(url))
    throw new AdieuError(
      'NO_URL',
      'Set ADIEU_URL: the https URL of the GraphQL API of your Adieu.',
    );
  if (!apiKey)
    throw new AdieuError('NO_API_KEY', 'Set ADIEU_API_KEY: a key of the role CAMPAIGNER or ADMIN.');
  return { url, apiKey };
}

/** A connection by these options, else by the environment. Nothing is asked before the first call. */
export function connect(options: ConnectOptions = {}): Connection {
  const { url, apiKey } = settings(options);
  return {
    url,
    async ask<Data, Variables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ): Promise<Data> {
      const response = await send(url, apiKey, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
      const { data, errors } = await read<Data>(response);
      if (errors !== undefined || !data) throw failed(response.status, errors);
      return data;
    },
  };
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
