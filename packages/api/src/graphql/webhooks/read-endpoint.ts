import { WEBHOOK_EVENT_TYPES, type WebhookEventType } from '@adieu/domain';
import { ENDPOINT_URL_REFUSALS, readEndpointUrl } from '@adieu/keys';
import { InvalidInput } from '../shared/problems.ts';

const LONGEST_DESCRIPTION = 200;

interface Given {
  readonly url?: string | null;
  readonly description?: string | null;
  readonly types?: readonly string[] | null;
}

/** What was given of an endpoint, in its normal form; null what was not. */
export function readEndpoint({ url, description, types }: Given):
  | InvalidInput
  | {
      readonly url: string | null;
      readonly description: string | null;
      readonly types: readonly WebhookEventType[] | null;
    } {
  const read = typeof url === 'string' ? readEndpointUrl(url) : { url: null };
  if ('refused' in read) return new InvalidInput('url', ENDPOINT_URL_REFUSALS[read.refused]);
  const text = description?.trim() ?? null;
  if (text !== null && (text.length > LONGEST_DESCRIPTION || /\p{Cc}/u.test(text)))
    return new InvalidInput(
      'description',
      `A description has at most ${LONGEST_DESCRIPTION} characters, in one line.`,
    );
  const unknown = types?.find((type) => !(WEBHOOK_EVENT_TYPES as readonly string[]).includes(type));
  if (unknown !== undefined)
    return new InvalidInput('types', `There is no event of this type; these are: ${ALL}.`);
  const wanted = types ? [...new Set(types as readonly WebhookEventType[])] : null;
  return { url: read.url, description: text, types: wanted };
}

const ALL = WEBHOOK_EVENT_TYPES.join(', ');
