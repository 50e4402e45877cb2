import type { Language } from '@adieu/domain';

/** Words that make a reader feel bad for leaving (C9). */
export const GUILT: Readonly<Record<Language, RegExp>> = {
  en: /sorry to see you go|(?:we.?ll|we will|going to) miss you|miss(?:ing)? out|are you sure|please (?:stay|don.?t (?:go|leave))|don.?t (?:go|leave)|breaks? our heart|sad to|abandon|lose (?:all|your) /i,
  sv: /tråkigt att du|vi kommer att sakna|sakna dig|går miste om|missa(?:r)? (?:alla|våra|inte)|är du säker|snälla|lämna oss inte|krossar vårt hjärta|stanna (?:kvar|hos)/i,
  da: /kede af|(?:vi vil|kommer til at) savne|savner dig|går glip|er du sikker|forlad os ikke|bliv hos|knuser vores hjerte|trist at/i,
  de: /schade,? dass|(?:werden|vermissen) (?:sie|dich) vermissen|vermissen (?:sie|dich)|verpassen|entgehen|(?:sind sie|bist du) (?:sich |dir )?sicher|bleib(?:en)? (?:sie|doch|bei)|verlass(?:en)? (?:sie )?uns nicht|bricht uns das herz|traurig/i,
  cs: /je nám líto|mrzí nás|budete nám chybět|přijdete o|přicházíte o|opravdu (?:chcete|odejít)|jste si jist|neodcházejte|zůstaňte|láme nám (?:to )?srdce|škoda, že/i,
};

/** Words of offers; a receipt or a code has no use for them (H-11). */
export const PROMOTION: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:sale|discount|special offer|coupon|voucher|promo(?:tion)?|deal|buy now|shop now|order now|save \d+|limited time|free shipping|newsletter)\b|\d+ ?% off/i,
  sv: /\b(?:rea|rabatt\w*|erbjudande\w*|kampanj\w*|köp nu|handla nu|spara \d+|nyhetsbrev\w*|fri frakt)\b|\d+ ?% rabatt/i,
  da: /\b(?:udsalg|rabat\w*|tilbud\w*|kampagne\w*|køb nu|spar \d+|nyhedsbrev\w*|gratis fragt)\b/i,
  de: /\b(?:angebot\w*|rabatt\w*|gutschein\w*|aktion\w*|jetzt kaufen|jetzt bestellen|schlussverkauf|sparen sie|newsletter|versandkostenfrei)\b/i,
  cs: /(?<!\p{L})(?:slev\p{L}*|výprodej\p{L}*|akce|akční|nabídk\p{L}*|kupón\p{L}*|kup(?:te)? nyní|ušetř\p{L}*|novinky e-mailem|newsletter|doprava zdarma)(?!\p{L})/iu,
};

/** Link texts that say nothing about where they lead (X-4; WCAG 2.2, 2.4.4). */
export const EMPTY_LINK_TEXTS: ReadonlySet<string> = new Set(
  `here, click here, click, this link, link, more, read more, this, go, här, klicka här,
   länk, länken, mer, läs mer, denna länk, her, klik her, mere, læs mere, dette link,
   tryk her, hier, hier klicken, klicken sie hier, klick hier, mehr, weiterlesen, mehr lesen,
   zde, klikněte zde, tady, odkaz, více, číst dál, tento odkaz, klikni zde, sem`.split(/,\s+/),
);
