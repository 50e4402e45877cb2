import {
  type Language,
  needsNoReplyNotice,
  type SenderKind,
  type ShortCodes,
  smsWayOut,
} from '@adieu/domain';
import { SMS_MESSAGES, SMS_WAY_OUT } from '@adieu/messages';
import type { SaidWayOut } from './sms-way-out.ts';

export interface SmsSenderOfCampaign {
  readonly kind: SenderKind;
  /** By which replies to a shared short code are told apart; empty = none. */
  readonly keyword: string;
}

/**
 * How a reader leaves, in their language, by what the text is sent from (A3, D2). Throws where there is no way (SM-10): such a
 * text does not go out.
 */
export function sayWayOut({
  sender: { kind, keyword },
  country,
  accountCountry,
  language,
  shortCodes,
  url,
  at,
}: {
  readonly sender: SmsSenderOfCampaign;
  /** Of the number (ISO 3166); null where it is of none. */
  readonly country: string | null;
  readonly accountCountry: string | null;
  readonly language: Language;
  readonly shortCodes: ShortCodes;
  /** Its short link; null where it has none. */
  readonly url: string | null;
  readonly at: Date;
}): SaidWayOut {
  if (kind === 'EMAIL') throw new Error('it is sent from no sender of SMS');
  const shortCode = (country === null ? undefined : shortCodes[country]) ?? null;
  const way = smsWayOut({ kind, keyword }, { language, shortCode });
  const say = SMS_WAY_OUT[language];
  const countries = { number: country, account: accountCountry };
  const notice = needsNoReplyNotice({ kind }, countries, at)
    ? SMS_MESSAGES[language].noReply
    : null;
  switch (way.by) {
    case 'ANSWER':
      return { words: say.answer(way.words), url, notice, isAnswered: true };
    case 'SHORT_CODE':
      return { words: say.to(way.words, way.shortCode), url, notice, isAnswered: false };
    case 'LINK':
      if (url === null)
        throw new Error('its sender can not be answered, and it has no link to leave by');
      return { words: say.link(url), url, notice, isAnswered: false };
  }
}
