export type TextRefusal = 'empty' | 'too-long' | 'not-plain' | 'too-many-lines';

/** Controls, private use and what turns the direction of its neighbours; joiners of emoji and scripts, and soft hyphens, are letters' helpers. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]--[\u200D\u200C\u00AD]]/v;
/** Marks piled on one letter grow over what stands above and below. */
const PILE = /\p{M}{4}/u;

/** Null where a text, trimmed already, may be shown as it is: plain, at most `longest` UTF-16 units in at most `lines` lines. */
export function refuseText(text: string, longest: number, lines = 1): TextRefusal | null {
  if (text === '') return 'empty';
  if (text.length > longest) return 'too-long';
  const parts = text.split('\n');
  if (parts.some((part) => UNSEEN.test(part) || PILE.test(part))) return 'not-plain';
  return parts.length > lines ? 'too-many-lines' : null;
}

/** An address of the web over TLS, without user or password; at most 500 characters. */
export function isHttpsUrl(text: string): boolean {
  return (
    text.length <= 500 &&
    /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][!-~]*)?$/i.test(text) &&
    !/["'<>\\`{}]/.test(text)
  );
}
