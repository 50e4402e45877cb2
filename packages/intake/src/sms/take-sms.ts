import { type Inbound, isDatabaseAway, storeInbound, type Stored, type ToRead } from '@adieu/db';
import { LANGUAGES, PARTS_WAIT_SECONDS, READ_AGAIN_SECONDS, REGIME_KEYS } from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import { understandWords } from '../words/understand-words.ts';
import { inboundOfSms } from './inbound-of-sms.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { SmsInDeps } from './sms-in-deps.ts';
import type {
  SmsEvent,
  SmsIngress,
  SmsOutcome,
  SmsReceived,
  SmsReply,
  SmsRequest,
} from './sms-ingress.ts';
import { takeDeactivated, takeOptedOut } from './take-provider-word.ts';
import { keepUnreadable } from './keep-unreadable.ts';
import { takeStatus } from './take-status.ts';
import { understandSms, understandStored } from './understand-sms.ts';

/**
 * Takes what a gateway brings, and gives what to answer it. Nobody is heard before they are proven to be the gateway. It is
 * told that something is taken when that is committed, wishes with all that they do; what is ours and away makes it come again.
 */
export async function takeSms(
  deps: SmsInDeps,
  ingress: SmsIngress,
  request: SmsRequest,
): Promise<SmsReply> {
  return ingress.answer(await take(deps, ingress, request));
}

async function take(
  deps: SmsInDeps,
  ingress: SmsIngress,
  request: SmsRequest,
): Promise<SmsOutcome> {
  if (!ingress.verify(request)) return 'stranger';
  const reading = ingress.read(request);
  try {
    if ('unreadable' in reading) return await keepUnreadable(deps, ingress, reading, request);
    for (const event of reading.events) await takeEvent(deps, ingress.name, event, request);
    return 'taken';
  } catch (error) {
    deps.log.error({ err: error, gateway: ingress.name }, 'an SMS could not be taken');
    return 'later';
  }
}

async function takeEvent(
  deps: SmsInDeps,
  gateway: string,
  event: SmsEvent,
  request: SmsRequest,
): Promise<void> {
  switch (event.kind) {
    case 'received':
      return takeReceived(deps, gateway, event, request);
    case 'opted-out':
      return takeOptedOut(deps, gateway, event);
    case 'deactivated':
      return takeDeactivated(deps, gateway, event);
    case 'status':
      return takeStatus(deps, gateway, event);
  }
}

const byNumber = new OneAtATime();

async function takeReceived(
  { db, ring, log, clock, shortCodes }: SmsInDeps,
  gateway: string,
  event: SmsReceived,
  request: SmsRequest,
): Promise<void> {
  const now = clock();
  const inbound = inboundOfSms(ring, gateway, event, request, now);
  if (event.part === null && asksForNothing(event, now)) {
    await storeInbound(db.sql, inbound, { state: 'UNDERSTOOD' }, now);
    return;
  }
  const wait = event.part === null ? READ_AGAIN_SECONDS[0] : PARTS_WAIT_SECONDS;
  const dueAt = new Date(now.getTime() + wait * 1000);
  try {
    await byNumber.run(event.from, () =>
      db.transaction(async (tx) => {
        const stored = await storeInbound(tx, inbound, { state: 'RECEIVED', dueAt }, now);
        if (stored === null) return;
        if (event.part !== null) await understandStored(tx, stored.id, now, shortCodes);
        else await understandSms(tx, asStored(stored, inbound, event, now), now, shortCodes);
      }),
    );
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    // It is stored by itself: whoever looks for what is due reads it again, and parks it in the end.
    log.error({ err: error, gateway }, 'an SMS is stored, and could not be understood');
    await storeInbound(db.sql, inbound, { state: 'RECEIVED', dueAt }, now);
  }
}

/** As it stands in the record now, without asking it. */
function asStored(
  { id, providerId }: Stored,
  { source, from, to, text, sentAt }: Inbound,
  { hint }: SmsReceived,
  now: Date,
): ToRead {
  const whose = { fromKey: from?.addressKey ?? null, fromAddress: from?.address ?? null };
  const told = { hint, sentAt: sentAt < now ? sentAt : now, receivedAt: now, attempts: 0 };
  return { id, source, providerId, ...whose, to, text: text ?? '', ...told };
}

/** Whether a text means nothing, whatever was asked before. To a short code it may be said with a codeword: that needs a look. */
function asksForNothing({ from, to, text, hint }: SmsReceived, at: Date): boolean {
  if (hint !== null || SHORT_CODE.test(to)) return false;
  const country = countryOfNumber(from);
  const may = { accountCountries: REGIME_KEYS, languages: LANGUAGES, promptIsOpen: true };
  const most = { ...may, country, codewords: [], isShortCode: false, at };
  return understandWords(text, most).act === 'NONE';
}

const SHORT_CODE = /^\d{3,6}$/;
