import {
  blockAtShortCode,
  inboundBecame,
  inboundToRead,
  parkInbound,
  type ToRead,
  type Transaction,
  whereSmsCame,
} from '@adieu/db';
import { type InboundOutcome, LANGUAGES, regimeOf } from '@adieu/domain';
import { countryOfNumber } from '@adieu/keys';
import { type Aim, aimsOf, wholeAccount } from './aims.ts';
import { understandWords } from '../words/understand-words.ts';
import { recordSmsWish } from './record-sms-wish.ts';

/** What is written down of one that was understood. */
interface Verdict {
  readonly outcome: InboundOutcome;
  readonly aim: Aim | null;
  readonly requestId: string | null;
}

const NOTHING = { outcome: 'NOTHING', aim: null, requestId: null } as const;

/**
 * Understands an SMS that was stored and does what it asks for, all in the caller's transaction: when that commits, the wish is
 * in force. Repeating changes nothing. Parts of a text wait for the others.
 */
export async function understandSms(tx: Transaction, id: string, now: Date): Promise<void> {
  const read = await inboundToRead(tx, id, now);
  if (read === null || read === 'parts') return;
  if (!isFromPerson(read)) return finish(tx, read, NOTHING, null, now);
  const where = await whereSmsCame(tx, read);
  if (where.senders.length === 0 && where.latest === null && !where.isShared)
    return parkInbound(tx, id, 'NO_SENDER', now);
  const country = countryOfNumber(read.fromAddress);
  const words = understandWords(read.text, {
    country,
    languages: LANGUAGES.filter((each) => where.senders.some(({ language }) => language === each)),
    codewords: [
      ...new Set(where.senders.map(({ keyword }) => keyword).filter((word) => word !== '')),
    ],
    promptIsOpen: false,
    at: read.sentAt,
  });
  // A gateway's own reading is never the verdict; where it saw a wish and we none, somebody has to look.
  const act = words.act === 'NONE' && read.hint === 'STOP' ? 'UNCLEAR_OPT_OUT' : words.act;
  const aims = aimsOf(where, words.codeword);
  if (act !== 'OPT_OUT' && act !== 'UNCLEAR_OPT_OUT')
    return finish(tx, read, { ...NOTHING, aim: aims[0] ?? null }, words.keyword, now);
  const isClear = act === 'OPT_OUT';
  const countries = [country, ...where.senders.map((sender) => sender.country)];
  const endsAll =
    saysAll(words.keyword) ||
    countries.some((each) => each !== null && regimeOf(each, now).revokeAll);
  const wishes = [];
  for (const aim of aims)
    wishes.push({
      aim,
      recorded: await recordSmsWish(tx, {
        sms: read,
        aim: endsAll ? wholeAccount(aim) : aim,
        signal: isClear ? 'CLEAR' : 'UNCLEAR',
        allChannels: saysAll(words.keyword),
        now,
      }),
    });
  const blocks = isClear && where.isShared && words.codeword === null;
  if (blocks)
    await blockAtShortCode(tx, {
      addressKey: read.fromKey,
      shortCode: read.to,
      organisationId: aims[0]?.organisationId ?? null,
      addressBookId: aims[0]?.addressBookId ?? null,
      now,
    });
  const first = wishes.find(({ recorded }) => recorded !== null);
  if (first === undefined && !blocks && !isClear) return parkInbound(tx, id, 'NO_SENDER', now);
  const requestId = first?.recorded?.requestId ?? null;
  const outcome =
    requestId === null ? (blocks ? 'BLOCK' : 'NOTHING') : isClear ? 'OPT_OUT' : 'PAUSE';
  await finish(tx, read, { outcome, aim: aims[0] ?? null, requestId }, words.keyword, now);
}

async function finish(
  tx: Transaction,
  { id }: ToRead,
  { outcome, aim, requestId }: Verdict,
  keyword: string | null,
  now: Date,
): Promise<void> {
  const { organisationId = null, accountId = null, addressBookId = null } = aim ?? {};
  const whose = { organisationId, accountId, addressBookId };
  await inboundBecame(tx, id, { outcome, keyword, ...whose, requestId, doubleOptInId: null }, now);
}

type FromPerson = ToRead & { readonly fromKey: Buffer; readonly fromAddress: string };

function isFromPerson(sms: ToRead): sms is FromPerson {
  return sms.fromKey !== null && sms.fromAddress !== null;
}

/** Keywords that ask for an end of everything, whatever it comes by (SM-13). */
function saysAll(keyword: string | null): boolean {
  return keyword !== null && /^STOPP? ?(?:ALL|ALLT|ALLA|ALT|ALLES)$/.test(keyword.toUpperCase());
}
