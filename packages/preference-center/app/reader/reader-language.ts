import { type Language, LANGUAGES } from '@adieu/domain';
import { DEFAULT_LANGUAGE } from '@adieu/messages';
import Negotiator from 'negotiator';

/** The language of a form: what its link says, else the browser's, as far as the form speaks it. */
export function formLanguage(
  asked: string | null,
  spoken: readonly string[],
  request: Request,
): Language {
  const may = (language: string): boolean => spoken.includes(language);
  const found =
    LANGUAGES.find((language) => language === asked && may(language)) ??
    [acceptedLanguage(request.headers.get('accept-language'))].find(may) ??
    LANGUAGES.find(may);
  return found ?? DEFAULT_LANGUAGE;
}

/** The recipient's own language first, then what the browser asks for (P-11). */
export function readerLanguage(recipientLanguage: string | null, request: Request): Language {
  const own = LANGUAGES.find(
    (language) => language === recipientLanguage?.slice(0, 2).toLowerCase(),
  );
  return own ?? acceptedLanguage(request.headers.get('accept-language'));
}

function acceptedLanguage(header: string | null): Language {
  if (header === null) return DEFAULT_LANGUAGE;
  const negotiator = new Negotiator({ headers: { 'accept-language': header } });
  const accepted = negotiator.language([DEFAULT_LANGUAGE, ...LANGUAGES]);
  return LANGUAGES.find((language) => language === accepted) ?? DEFAULT_LANGUAGE;
}
