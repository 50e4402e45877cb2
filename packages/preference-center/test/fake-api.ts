import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { listen } from './listen.ts';
import { REVIEW } from './review-samples.ts';
import { LINK, RETURN_LINK } from './samples.ts';

interface Call {
  readonly operationName: string;
  readonly query: string;
  readonly variables: { token?: string; input?: Record<string, unknown> };
  readonly headers: IncomingHttpHeaders;
}

export type FakeApi = Awaited<ReturnType<typeof startFakeApi>>;

/**
 * Answers the pages' few GraphQL operations over real HTTP.
 * why: it stands at the edge of the network, so that answers which the real API gives only in rare moments (away, half an
 * answer, superseded) can be had at will. The whole product's tests in e2e/ use the real one.
 */
export async function startFakeApi() {
  const calls: Call[] = [];
  /** By operation: data, a promise of it, 'errors', 'bad input', or 'hang up'. */
  const answers: Record<string, unknown> = {};

  async function answer(request: IncomingMessage): Promise<unknown> {
    const call = await readCall(request);
    calls.push(call);
    const token = call.variables.token ?? call.variables.input?.['token'];
    // Whoever asks for a way in has no token yet.
    const known = token === undefined || [LINK, RETURN_LINK, REVIEW].some((link) => link === token);
    return (known ? answers : UNKNOWN)[call.operationName];
  }

  const server = createServer((request, response) => {
    void answer(request).then((data) => {
      if (data === 'hang up') return request.socket.destroy();
      const body =
        data === 'bad input'
          ? BAD_INPUT
          : data === undefined || data === 'errors'
            ? FAILED
            : { data };
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    });
  });
  return {
    url: await listen(server),
    calls,
    answers,
    mutations: () => calls.filter(({ query }) => query.trimStart().startsWith('mutation')),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const call: Omit<Call, 'headers'> = JSON.parse(body);
  return { ...call, headers: request.headers };
}

/** An error that quotes what it was given, as careless servers do. */
const FAILED = { errors: [{ message: `failed for ${LINK} of anna.svensson@example.test` }] };

const UNKNOWN: Record<string, unknown> = {
  Preferences: { preferences: { __typename: 'NotFound' } },
  Leave: { leave: { __typename: 'NotFound' } },
  UpdatePreferences: { updatePreferences: { __typename: 'NotFound' } },
  GiveReason: { giveReason: { __typename: 'NotFound' } },
  StartDoubleOptIn: { startDoubleOptIn: { __typename: 'DoubleOptInStarted' } },
  AskForData: { askForData: { __typename: 'NotFound' } },
  PersonalData: { personalData: null },
  PersonalDataFile: { personalData: null },
  EraseMe: { eraseMe: { __typename: 'NotFound' } },
  DoubleOptIn: { doubleOptIn: null },
  ConfirmDoubleOptIn: { confirmDoubleOptIn: { __typename: 'NotFound' } },
  Review: { review: null },
  Figures: { review: null },
  Reports: { review: null },
  Report: { review: null },
  SignInLink: { signInLink: null },
  Invitation: { invitation: null },
};
/** An id of the address is none. */
const BAD_INPUT = { errors: [{ message: 'no id', extensions: { code: 'BAD_USER_INPUT' } }] };
