import type { Language } from '@adieu/domain';
import { type AuthoredVariant, fillVariant } from './compiled.ts';
import { forceWayOut, forceWayOutInText } from './force-way-out.ts';
import { putIdentity } from './identity.ts';
import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';
import { MAIL_LIMITS } from './limits.ts';
import { makePage } from './make-page.ts';
import type { CampaignProblem } from './problem.ts';
import { type Note, readSource } from './read-source.ts';
import type { CampaignSource } from './source.ts';
import { textOf } from './text-part.ts';
import { tryReaders } from './try-readers.ts';
import { wayOfFilling } from './way-of-filling.ts';

/** One language of a campaign, or all that is wrong with it. */
export async function compileVariant(
  source: CampaignSource,
  language: Language,
): Promise<AuthoredVariant | CampaignProblem[]> {
  const problems: CampaignProblem[] = [];
  const note: Note = (part, { line, message }) => {
    problems.push({ language, part, line, message });
  };
  const read = readSource(source, language);
  if (Array.isArray(read)) return read;
  const { part, authored, whole, subject } = read;
  const page = await makePage(read, language);
  if (!('html' in page)) {
    for (const slip of page) note(part, slip);
    return problems;
  }
  const identity = source.identity ?? null;
  const forced = forceWayOut(source, whole, page.html);
  if ('message' in forced) {
    note(part, forced);
    return problems;
  }
  const html = putIdentity(forced.html, identity);
  const text = forceWayOutInText(source, read.text ?? textOf(html), identity);
  const parsedHtml = parseLiquid(htmlLiquid, html);
  const parsedText = parseLiquid(textLiquid, text);
  if ('message' in parsedHtml) note(part, { ...parsedHtml, line: null });
  if ('message' in parsedText)
    note(read.text === null ? part : 'text', { ...parsedText, line: null });
  if ('message' in parsedHtml || 'message' in parsedText) return problems;
  const texts = { subject, html: parsedHtml.template, text: parsedText.template };
  const variant = fillVariant(language, texts);
  const { purpose = 'MARKETING' } = source;
  const unfit = tryReaders(variant, html, { identity, purpose, isWhole: page.isWhole });
  if (unfit !== null) note(part, { line: null, message: unfit });
  if (variant.fields.length > MAIL_LIMITS.fields) note(part, TOO_MANY_FIELDS);
  if (problems.length > 0) return problems;
  const written = source.subject[language]!;
  const filled = wayOfFilling([written, html, text], page);
  return {
    ...variant,
    wayOutReplaced: forced.replaced,
    sources: { part, subject: written, body: authored },
    kept: { language, filled, subject: written, html, text },
  };
}

const TOO_MANY_FIELDS = {
  line: null,
  message: `it uses more than ${MAIL_LIMITS.fields} of the contact's fields: take fewer`,
};
