import type { MailProviderOf } from '@adieu/gateways';
import { headerOf } from '../../sms/read/header-of.ts';
import { answers } from '../answers.ts';
import type { EventIngress, EventRequest, OpenedEvents } from '../event-ingress.ts';
import { opened } from '../read/opened.ts';
import { isSaid, NotAsPromised, readJson, type Said, textOf } from '../read/said.ts';
import { readSes } from './read-ses.ts';
import { SnsSignatures } from './sns-signatures.ts';

/** Of the headers SES tells ten KB, twice, in JSON in JSON; a stranger's is parsed before it is known to be one. */
const MOST_BYTES = 64 * 1024;

/**
 * Events of SES come by SNS, which signs them. That proves no more than that Amazon sent them, as for anybody with an account
 * there: whose they are, the topic says. With “raw message delivery” they are not signed, and not taken.
 */
export function createSesIngress(settings: MailProviderOf<'ses'>): EventIngress {
  const topics = new Set(settings.topicArns);
  const signatures = new SnsSignatures();
  return {
    name: settings.name,
    mostBytes: MOST_BYTES,
    // They say it in a header too; a stranger can as well, which then costs them the trouble.
    mayBeFrom: ({ headers }) => topics.has(headerOf(headers, 'x-amz-sns-topic-arn') ?? ''),
    open: (request) => open(request, topics, signatures),
    answer: answers(),
  };
}

async function open(
  { rawBody }: EventRequest,
  topics: ReadonlySet<string>,
  signatures: SnsSignatures,
): Promise<OpenedEvents> {
  const message = messageOf(rawBody);
  if (message === null || textOf(message, 'Signature') === null) return { refused: 'UNSIGNED' };
  // Before the signature, which may cost a certificate.
  const topic = textOf(message, 'TopicArn');
  if (topic === null || !topics.has(topic)) return { refused: 'TOPIC' };
  const judged = await signatures.judge(message);
  if (judged === 'later') return 'later';
  if (judged === 'forged') return { refused: 'SIGNATURE' };
  return opened(() => read(message));
}

function messageOf(body: Buffer): Said | null {
  try {
    const message = readJson(body);
    return isSaid(message) ? message : null;
  } catch (error) {
    if (error instanceof NotAsPromised) return null;
    throw error;
  }
}

function read(message: Said): OpenedEvents {
  const type = textOf(message, 'Type');
  if (type === 'SubscriptionConfirmation') {
    const url = message['SubscribeURL'];
    if (typeof url !== 'string' || !isConfirmation(url))
      throw new NotAsPromised('SubscribeURL does not lead to SNS');
    return { events: [], confirm: url };
  }
  // To follow the URL of an UnsubscribeConfirmation would subscribe again.
  if (type !== 'Notification') return { events: [] };
  const text = message['Message'];
  const said = typeof text === 'string' && /^\s*\{/.test(text) ? readJson(text) : null;
  // Words of theirs, as that a topic was connected.
  if (!isSaid(said)) return { events: [] };
  return { events: readSes(said, textOf(message, 'MessageId')) };
}

/** Whether it is what subscribes, at SNS itself. */
function isConfirmation(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    /^sns\.[a-z0-9-]{3,30}\.amazonaws\.com(?:\.cn)?$/.test(url.host) &&
    url.pathname === '/' &&
    url.searchParams.get('Action') === 'ConfirmSubscription'
  );
}
