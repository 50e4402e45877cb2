import type { Language } from '@adieu/domain';
import type { Template } from 'liquidjs';
import { compileMjml } from './compile-mjml.ts';
import { declareColourScheme } from './dark-mode.ts';
import { asDocument, forbiddenIn } from './document.ts';
import { type Fill, prepareFill } from './fill.ts';
import { forceWayOut, forceWayOutInText } from './force-way-out.ts';
import { putIdentity } from './identity.ts';
import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';
import { type MergeField, mergeFieldsOf } from './merge-fields.ts';
import { expandPartials, withoutPartials } from './partials.ts';
import type { CampaignPart, CampaignProblem } from './problem.ts';
import { protectTextUrls, protectUrls } from './protect-urls.ts';
import { restoreLiquid } from './restore-liquid.ts';
import type { CampaignSource } from './source.ts';
import { textOf } from './text-part.ts';
import { mjmlLeft, unclosedMjml } from './unclosed-mjml.ts';
import { isPlacedInAttribute, placeWayOut, placeWayOutInText } from './way-out.ts';

/** A campaign in one language, ready to be filled. */
export interface CompiledVariant {
  readonly language: Language;
  readonly subject: Template[];
  readonly html: Template[];
  readonly text: Template[];
  readonly fill: { readonly subject: Fill; readonly html: Fill; readonly text: Fill };
  /** The contact's fields that subject, HTML and text use. */
  readonly fields: readonly MergeField[];
}

/** The same, and how its author wrote it. */
export interface AuthoredVariant extends CompiledVariant {
  /** Why the author's own way out did not do, so that a line was put at the start; null where it did, or was not asked for. */
  readonly wayOutReplaced: string | null;
  /** What was compiled, and of what, for checks. */
  readonly sources: {
    readonly part: 'mjml' | 'html';
    readonly subject: string;
    readonly body: string;
    readonly html: string;
    readonly text: string;
  };
}

interface Slip {
  readonly line: number | null;
  readonly message: string;
}

/** One language of a campaign, or all that is wrong with it. */
export async function compileVariant(
  source: CampaignSource,
  language: Language,
): Promise<AuthoredVariant | CampaignProblem[]> {
  const problems: CampaignProblem[] = [];
  const note = (part: CampaignPart, { line, message }: Slip): void => {
    problems.push({ language, part, line, message });
  };
  const part = source.mjml[language]?.trim() ? 'mjml' : 'html';
  const authored = source[part]?.[language] ?? '';
  const body = restoreLiquid(authored);
  const subject = parseLiquid(textLiquid, source.subject[language]!);
  if ('message' in subject) note('subject', subject);
  // Before MJML sees it: it would move or drop what it does not understand, and the line would be lost.
  const early = parseLiquid(htmlLiquid, placeWayOut(withoutPartials(body)));
  if ('message' in early) note(part, early);
  const whole = expandPartials(body, language, {
    partials: source.partials ?? {},
    defaultLanguage: source.defaultLanguage,
  });
  if ('message' in whole) note(part, whole);
  const ownText = textGiven(source, language, note);
  // Of the whole, as a partial may close what stands before it; its lines are the author's where there is none.
  const unclosed = part === 'mjml' && 'source' in whole ? unclosedMjml(whole.source) : null;
  if (unclosed !== null)
    note(part, 'source' in whole && whole.source === body ? unclosed : { ...unclosed, line: null });
  if ('message' in whole || problems.length > 0) return problems;
  if (isPlacedInAttribute(whole.source)) {
    const message =
      'write {{ unsubscribe_url }} or {{ web_version_url }} within an attribute; {{ unsubscribe }} and {{ web_version }} are whole links';
    return [{ language, part, line: null, message }];
  }
  const placed = placeWayOut(whole.source);
  const compiled =
    part === 'mjml' ? await compileMjml(placed, language) : { html: placed, errors: [] };
  for (const error of compiled.errors) note(part, error);
  // The compiled page's lines are not the author's.
  for (const { needle, message } of [...forbiddenIn(compiled.html), ...left(part, compiled.html)])
    note(part, { line: lineOf(authored, needle), message });
  if (problems.length > 0) return problems;

  const identity = source.identity ?? null;
  const page = declareColourScheme(asDocument(protectUrls(compiled.html), language));
  const forced = forceWayOut(source, whole.source, page);
  if ('message' in forced) note(part, forced);
  if ('message' in forced || 'message' in subject) return problems;
  const html = putIdentity(forced.html, identity);
  const text = forceWayOutInText(source, ownText ?? textOf(html), identity);
  const parsedHtml = parseLiquid(htmlLiquid, html);
  const parsedText = parseLiquid(textLiquid, text);
  if ('message' in parsedHtml) note(part, { ...parsedHtml, line: null });
  if ('message' in parsedText)
    note(ownText === null ? part : 'text', { ...parsedText, line: null });
  if ('message' in parsedHtml || 'message' in parsedText) return problems;
  const templates = {
    subject: subject.template,
    html: parsedHtml.template,
    text: parsedText.template,
  };
  return {
    ...fillVariant(language, templates),
    wayOutReplaced: forced.replaced,
    sources: {
      part,
      subject: source.subject[language]!,
      body: authored,
      html,
      text,
    },
  };
}

/** Parsed texts, prepared to be filled. */
export function fillVariant(
  language: Language,
  texts: Pick<CompiledVariant, 'subject' | 'html' | 'text'>,
): CompiledVariant {
  const { subject, html, text } = texts;
  return {
    language,
    ...texts,
    fill: {
      subject: prepareFill(textLiquid, subject, false),
      html: prepareFill(htmlLiquid, html, true),
      text: prepareFill(textLiquid, text, false),
    },
    fields: mergeFieldsOf([...subject, ...html, ...text]),
  };
}

function left(part: 'mjml' | 'html', html: string) {
  const found = part === 'mjml' ? mjmlLeft(html) : null;
  return found === null ? [] : [found];
}

function lineOf(authored: string, needle: string): number | null {
  const at = authored.toLowerCase().indexOf(needle.toLowerCase());
  return at < 0 ? null : authored.slice(0, at).split('\n').length;
}

function textGiven(
  source: CampaignSource,
  language: Language,
  note: (part: CampaignPart, slip: Slip) => void,
): string | null {
  const given = source.text?.[language];
  if (!given?.trim()) return null;
  const whole = expandPartials(given, language, {
    partials: source.partials ?? {},
    defaultLanguage: source.defaultLanguage,
  });
  if ('message' in whole) {
    note('text', whole);
    return null;
  }
  const text = placeWayOutInText(protectTextUrls(whole.source));
  const parsed = parseLiquid(textLiquid, text);
  if ('message' in parsed) note('text', parsed);
  return text;
}
