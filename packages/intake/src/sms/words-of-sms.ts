import { askedIn, languagesOfWriter } from '@adieu/db';
import { LANGUAGES, stoppedAt } from '@adieu/domain';
import { type Understood, understandWords } from '../words/understand-words.ts';
import type { ReadSms } from './act-on-sms.ts';

/**
 * What an SMS says. The keywords of its country and of who sends from there are looked for first. The languages of whoever writes are
 * asked for only where some language has another keyword in it: no STOPP waits for that question.
 */
export async function wordsOfSms({
  tx,
  sms,
  where,
  country,
  now,
}: Pick<ReadSms, 'tx' | 'sms' | 'where' | 'country' | 'now'>): Promise<Understood> {
  const keywords = where.senders.map(({ keyword }) => keyword).filter((word) => word !== '');
  const context = {
    country,
    accountCountries: countriesOf(where),
    codewords: [...new Set(keywords)],
    isShortCode: where.isShared || where.senders.some(({ kind }) => kind === 'SHORT_CODE'),
    // Whether one is, is asked only where it matters.
    promptIsOpen: true,
    at: stoppedAt(sms),
  };
  const wordsIn = (languages: readonly string[]): Understood =>
    understandWords(sms.text, {
      ...context,
      languages: LANGUAGES.filter((each) => languages.includes(each)),
    });
  const ofSenders = [...where.senders, ...where.latest].map(({ language }) => language);
  const words = wordsIn(ofSenders);
  const inAny = wordsIn(LANGUAGES);
  if (inAny.keyword === words.keyword) return words;
  const { fromKey } = sms;
  const organisationIds = organisationsOf(where);
  const ofWriter = await languagesOfWriter(tx, { fromKey, organisationIds });
  const theirs = wordsIn([...ofSenders, ...ofWriter]);
  if (theirs.act !== 'NONE' || inAny.act !== 'CONFIRM') return theirs;
  // A second word is one in the language that it was asked for in.
  return wordsIn(await askedIn(tx, { addressKey: fromKey, to: sms.to, now }));
}

/** Whose number it is by now, and who wrote from there: of others who once had it nobody is asked. */
function organisationsOf({ senders, latest }: ReadSms['where']): string[] {
  const owners = senders.filter(({ isOwner }) => isOwner);
  const all = [...(owners.length > 0 ? owners : senders), ...latest];
  return [...new Set(all.map(({ organisationId }) => organisationId))];
}

function countriesOf({ senders, latest }: ReadSms['where']): string[] {
  const countries = [...senders, ...latest].map((each) => each.country);
  return [...new Set(countries.filter((each) => each !== null))];
}
