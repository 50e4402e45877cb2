import type { Language } from '@adieu/domain';
import type { Template } from 'liquidjs';
import { inFigures, MAIL_LIMITS } from './limits.ts';
import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';
import { expandPartials, withoutPartials } from './partials.ts';
import type { CampaignPart, CampaignProblem } from './problem.ts';
import { protectTextUrls } from './protect-urls.ts';
import { restoreLiquid } from './restore-liquid.ts';
import type { CampaignSource } from './source.ts';
import { unclosedMjml } from './unclosed-mjml.ts';
import { isPlacedInAttribute, placeWayOut, placeWayOutInText } from './way-out.ts';

/** Something wrong, and where: null = it concerns the whole part. */
export interface Slip {
  readonly line: number | null;
  readonly message: string;
}

/** Notes what is wrong with a part. */
export type Note = (part: CampaignPart, slip: Slip) => void;

/** What an author wrote in one language, its partials put in, before anything is made of it. */
export interface ReadSource {
  readonly part: 'mjml' | 'html';
  /** As it was given. */
  readonly authored: string;
  /** The same with its Liquid set right, line by line. */
  readonly body: string;
  /** With its partials. */
  readonly whole: string;
  readonly subject: Template[];
  /** The text part, where one was given. */
  readonly text: string | null;
}

export function readSource(
  source: CampaignSource,
  language: Language,
): ReadSource | CampaignProblem[] {
  const problems: CampaignProblem[] = [];
  const note: Note = (part, { line, message }) => {
    problems.push({ language, part, line, message });
  };
  const part = source.mjml[language]?.trim() ? 'mjml' : 'html';
  const authored = source[part]?.[language] ?? '';
  const given = { subject: source.subject[language]!, [part]: authored };
  for (const [name, text] of Object.entries({ ...given, text: source.text?.[language] ?? '' }))
    if (text.length > MAIL_LIMITS.text) note(name as CampaignPart, tooLong(text));
  if (problems.length > 0) return problems;
  const body = restoreLiquid(authored);
  const subject = parseLiquid(textLiquid, given.subject);
  if ('message' in subject) note('subject', subject);
  // Before MJML sees it: it would move or drop what it does not understand, and the line would be lost.
  const early = parseLiquid(htmlLiquid, placeWayOut(withoutPartials(body)));
  if ('message' in early) note(part, early);
  const { partials = {}, defaultLanguage } = source;
  const expanded = expandPartials(body, language, { partials, defaultLanguage });
  if ('message' in expanded) note(part, expanded);
  const text = textGiven(source, language, note);
  if ('message' in expanded || 'message' in subject) return problems;
  const whole = expanded.source;
  // Of the whole, as a partial may close what stands before it; its lines are the author's where there is none.
  const unclosed = part === 'mjml' ? unclosedMjml(whole) : null;
  if (unclosed !== null) note(part, whole === body ? unclosed : { ...unclosed, line: null });
  else if (problems.length === 0 && isPlacedInAttribute(whole)) note(part, IN_ATTRIBUTE);
  if (problems.length > 0) return problems;
  return { part, authored, body, whole, subject: subject.template, text };
}

const IN_ATTRIBUTE: Slip = {
  line: null,
  message:
    'write {{ unsubscribe_url }} or {{ web_version_url }} within an attribute; {{ unsubscribe }} and {{ web_version }} are whole links',
};

function tooLong({ length }: string): Slip {
  const message = `it has ${inFigures(length)} characters, more than ${inFigures(MAIL_LIMITS.text)}: shorten it`;
  return { line: null, message };
}

function textGiven(source: CampaignSource, language: Language, note: Note): string | null {
  const given = source.text?.[language];
  if (!given?.trim()) return null;
  const { partials = {}, defaultLanguage } = source;
  const whole = expandPartials(given, language, { partials, defaultLanguage });
  if ('message' in whole) {
    note('text', whole);
    return null;
  }
  const text = placeWayOutInText(protectTextUrls(whole.source));
  const parsed = parseLiquid(textLiquid, text);
  if ('message' in parsed) note('text', parsed);
  return text;
}
