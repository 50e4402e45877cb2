import { AdieuError } from '../errors.ts';
import { settings } from '../client/connect.ts';
import { send } from '../client/send.ts';

export interface V1Options {
  /** Any URL of your Adieu, as that of its GraphQL API. Not given: ADIEU_URL. */
  readonly url?: string | undefined;
  /** A key with the use that this needs. Not given: ADIEU_API_KEY. */
  readonly apiKey?: string | undefined;
}

/** Gets a page of `/v1`. Rejects with an AdieuError that bears the answer's code: `CURSOR_GONE`, `LIMIT_REACHED` … */
export async function askV1<Answer>(path: string, options: V1Options): Promise<Answer> {
  const { url, apiKey } = settings(options);
  const response = await send(new URL(path, url), apiKey, { method: 'GET' });
  const text = await response.text();
  let answer: Answer & { readonly code?: string | null; readonly message?: string };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch (cause) {
    const message = `${new URL(url).origin} answered ${response.status} and no JSON: is this the URL of your Adieu?`;
    throw new AdieuError('NOT_ADIEU', message, { cause });
  }
  if (response.ok) return answer;
  const { code, message } = answer;
  throw new AdieuError(
    code ?? `HTTP_${response.status}`,
    message ?? `Adieu answered ${response.status}.`,
  );
}
