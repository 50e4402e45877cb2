import {
  CONFIRM_WORDS,
  findGuilt,
  type Language,
  LANGUAGES,
  STOP_ALL_WORDS,
  STOP_WORDS,
} from '@adieu/domain';
import { describe, expect, it } from 'vitest';
import { SMS_MESSAGES } from './index.ts';

const SENDER = 'Nordlys Trädgård & Växter AB';
const SCOPE = 'Rosor och perenner i maj';
const CONTACT = 'kund@nordlys.example.test';

/** The basic set of GSM 7-bit and what this text uses of its extension: nothing. */
const GSM7 = /^[@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;

function sent(language: Language): Record<string, string> {
  const { left, blocked, declined, reverted, prompt, joined, help, helpShared, test } =
    SMS_MESSAGES[language];
  const [confirm, stop] = [CONFIRM_WORDS[language], STOP_WORDS[language]];
  const words = { stop, all: STOP_ALL_WORDS[language] };
  const shared = { code: '72080', stop: `ROSOR ${stop}`, all: stop };
  return {
    left: left(SENDER, SCOPE),
    leftAll: left(SENDER, null),
    blocked: blocked(SENDER, SCOPE, '72080'),
    blockedAll: blocked(SENDER, null, '72080'),
    declined: declined(SENDER, SCOPE, 'Du har jour.'),
    declinedAll: declined(SENDER, null, null),
    reverted: reverted(SENDER, SCOPE),
    revertedAll: reverted(SENDER, null),
    prompt: prompt(SENDER, SCOPE, { confirm, stop }),
    promptAll: prompt(SENDER, null, { confirm, stop }),
    joined: joined(SENDER, SCOPE, stop),
    joinedAll: joined(SENDER, null, stop),
    help: help(SENDER, words, CONTACT),
    helpWithout: help(SENDER, words, null),
    helpShared: helpShared(SENDER, shared, CONTACT),
    helpSharedByNames: helpShared(SENDER, { ...shared, stop: null }, CONTACT),
    promptShared: prompt(SENDER, SCOPE, { confirm, stop: shared.stop }),
    joinedShared: joined(SENDER, SCOPE, shared.stop),
    test: test(SENDER),
  };
}

/** What advertises; the names of sender and book are not ours to choose. */
const MARKETING: Readonly<Record<Language, RegExp>> = {
  sv: /erbjud|rea\b|rabatt|köp|nyhet|missa|välkommen|spara/iu,
  da: /tilbud|udsalg|rabat|køb|nyhed|velkommen|spar/iu,
  de: /angebot|rabatt|kauf|sparen|neu\b|willkommen/iu,
  cs: /nabid|slev|akce|kup|novin|vitejte|usetr/iu,
  en: /offer|sale|discount|buy|save|new\b|deal|welcome/iu,
};

describe.each(LANGUAGES)('what we say by SMS in %s', (language) => {
  it.each(Object.entries(sent(language)))('%s is one part of GSM-7 (A2)', (_name, text) => {
    expect(text).toMatch(GSM7);
    expect(text.length).toBeLessThanOrEqual(160);
  });

  it('says in GSM-7 that answers are not read (SM-10)', () => {
    expect(SMS_MESSAGES[language].noReply).toMatch(GSM7);
  });

  it('names the sender in each', () => {
    for (const text of Object.values(sent(language))) expect(text).toContain(SENDER);
  });

  it('receipts who left without a link, an offer, a word of return or of guilt (SM-7, C9)', () => {
    const { left, blocked } = SMS_MESSAGES[language];
    for (const text of [left('X', 'Y'), left('X', null), blocked('X', 'Y', '72080')]) {
      expect(text).not.toMatch(/https?:|www\.|\.\w{2,3}\/|START/i);
      expect(text).not.toMatch(MARKETING[language]);
      expect(findGuilt(text, language)).toBe(null);
    }
  });

  it('says to who left what they left, and asks nothing: silence is no narrower wish (SM-8)', () => {
    const { left } = SMS_MESSAGES[language];
    for (const text of [left('X', SCOPE), left('X', null)]) {
      expect(text).not.toContain('?');
      expect(text).not.toContain(CONFIRM_WORDS[language]);
    }
    expect(left('X', SCOPE)).toContain(SCOPE);
    expect(left('X', null)).not.toContain(SCOPE);
    expect(left('X', null)).not.toBe(left('X', SCOPE));
  });

  it('asks who wrote START with what one agrees to, both words, and nothing that advertises (SM-6, D-4, G-6)', () => {
    const { prompt, promptAll } = sent(language);
    for (const text of [prompt!, promptAll!]) {
      expect(text).toContain(CONFIRM_WORDS[language]);
      expect(text).toContain(STOP_WORDS[language]);
      expect(text).not.toMatch(MARKETING[language]);
      expect(text).not.toMatch(/https?:/);
    }
    expect(prompt).toContain(SCOPE);
  });

  it('answers HELP at a short code of several with the codeword for ours, and what stops all (A8, SM-11)', () => {
    const { helpShared } = SMS_MESSAGES[language];
    const text = helpShared('X', { code: '72080', stop: 'ROSOR STOPP', all: 'STOPP' }, null);
    expect(text).toMatch(/72080.*ROSOR STOPP.*[^R] STOPP/);
    const byNames = helpShared('X', { code: '72080', stop: null, all: 'STOPP' }, null);
    expect(byNames.match(/STOPP/g)).toHaveLength(1);
  });

  it('answers HELP with the way out and where to ask, and TEST with räksmörgås (SM-11, SM-17)', () => {
    const { help, helpWithout, test } = sent(language);
    expect(help).toContain(STOP_WORDS[language]);
    expect(help).toContain(CONTACT);
    // STOPP leaves what came last: who wants all gone is told the word for that.
    expect(help).toContain(STOP_ALL_WORDS[language]);
    expect(helpWithout).not.toMatch(/null|:\s*$/);
    expect(test).toContain('räksmörgås');
  });

  it('declares for a proof who sends what on which channel, and that it can be withdrawn (D-2, G-6)', () => {
    const { declaration } = SMS_MESSAGES[language];
    expect(declaration(SENDER, SCOPE)).toContain(SENDER);
    expect(declaration(SENDER, SCOPE)).toContain(SCOPE);
    expect(declaration(SENDER, SCOPE)).toMatch(/sms|text message/i);
    expect(declaration(SENDER, null)).toContain(STOP_WORDS[language]);
  });
});
