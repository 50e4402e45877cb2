import {
  inboundBecame,
  inboundToRead,
  parkInbound,
  type ToRead,
  type Transaction,
  whereSmsCame,
} from '@adieu/db';
import { countryOfNumber } from '@adieu/keys';
import { actOnHelp } from './act-on-help.ts';
import { type Acted, acted, type ReadSms } from './act-on-sms.ts';
import { actOnSecondWord, actOnStart } from './act-on-start.ts';
import { actOnStop } from './act-on-stop.ts';
import { aimsOf, whoseOf } from './aims.ts';
import { wordsOfSms } from './words-of-sms.ts';

/**
 * Understands one that was stored a while ago, as it stands in the record. Where it can not be yet, it stays to be read; parts of a
 * text wait for the others by themselves.
 */
export async function understandStored(
  tx: Transaction,
  id: string,
  now: Date,
  shortCodes: ReadonlySet<string>,
): Promise<void> {
  const stored = await inboundToRead(tx, id, now);
  if (stored === null || stored === 'parts') return;
  await understandSms(tx, stored, now, shortCodes);
}

/**
 * Understands an SMS that was stored and does what it asks for, all in the caller's transaction: when that commits, the wish is
 * in force. Repeating changes nothing. What can not be understood yet stays to be read.
 */
export async function understandSms(
  tx: Transaction,
  sms: ToRead,
  now: Date,
  shortCodes: ReadonlySet<string>,
): Promise<void> {
  const done = await understood(tx, sms, now, shortCodes);
  if (done === null) await parkInbound(tx, sms.id, 'NO_SENDER', now);
}

/** Null: nobody here can be meant. */
async function understood(
  tx: Transaction,
  sms: ToRead,
  now: Date,
  shortCodes: ReadonlySet<string>,
): Promise<Acted | 'later' | null> {
  if (!isFromPerson(sms)) return finish(tx, sms, null, acted('NOTHING'), now);
  const isKnown = shortCodes.has(sms.to);
  const where = await whereSmsCame(tx, { ...sms, isKnown });
  if (where.senders.length === 0 && where.latest.length === 0 && !where.isShared) return null;
  const read = await readOf(tx, sms, where, now);
  const done = await act(read);
  return done === null || done === 'later' ? done : finish(tx, sms, read, done, now);
}

async function readOf(
  tx: Transaction,
  sms: ReadSms['sms'],
  where: ReadSms['where'],
  now: Date,
): Promise<ReadSms> {
  const country = countryOfNumber(sms.fromAddress);
  const words = await wordsOfSms({ tx, sms, where, country, now });
  const aims = aimsOf(where, words.codeword);
  const whose = whoseOf(where, aims);
  return { tx, sms, where, words, aims, whose, country, isShared: where.isShared, now };
}

function act(read: ReadSms): Promise<Acted | 'later' | null> | Acted {
  switch (read.words.act) {
    case 'OPT_OUT':
      return actOnStop(read, 'CLEAR');
    case 'UNCLEAR_OPT_OUT':
      return actOnStop(read, 'UNCLEAR');
    case 'OPT_IN':
      return actOnStart(read);
    case 'CONFIRM':
      return actOnSecondWord(read);
    case 'HELP':
    case 'TEST':
      return actOnHelp(read, read.words.act);
    case 'NONE':
      // A gateway's own reading is never the verdict; where it saw a wish and we none, somebody has to look.
      return read.sms.hint === 'STOP' ? actOnStop(read, 'UNCLEAR') : acted('NOTHING');
  }
}

async function finish(
  tx: Transaction,
  { id }: ToRead,
  read: ReadSms | null,
  done: Acted,
  now: Date,
): Promise<Acted> {
  const { organisationId = null, accountId = null, addressBookId = null } = read?.whose ?? {};
  const whose = { organisationId, accountId, addressBookId };
  const { keyword = null, why = [] } = read?.words ?? {};
  await inboundBecame(tx, id, { ...done, ...whose, keyword, why, remark: null }, now);
  return done;
}

function isFromPerson(sms: ToRead): sms is ReadSms['sms'] {
  return sms.fromKey !== null && sms.fromAddress !== null;
}
