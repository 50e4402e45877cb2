import { type Language, LANGUAGES } from '@adieu/domain';
import { convert } from 'html-to-text';
import type { Template } from 'liquidjs';
import mjml2html from 'mjml';
import { htmlLiquid, parseLiquid, textLiquid } from './liquid.ts';
import type { CampaignProblem } from './problem.ts';
import { forceWayOut, placeWayOut } from './way-out.ts';

export interface CampaignSource {
  /** Liquid texts by language code. */
  readonly subject: Readonly<Record<string, string>>;
  /** MJML with Liquid merge fields by language code. */
  readonly mjml: Readonly<Record<string, string>>;
  readonly defaultLanguage: string;
}

export interface CompiledVariant {
  readonly language: Language;
  readonly subject: Template[];
  readonly html: Template[];
  readonly text: Template[];
}

export interface CompiledCampaign {
  readonly variants: ReadonlyMap<string, CompiledVariant>;
  readonly fallback: CompiledVariant;
}

/** Compiles a campaign once for all its recipients: MJML to HTML, text part from HTML, merge fields parsed. */
export async function compileCampaign(
  source: CampaignSource,
): Promise<{ ok: true; campaign: CompiledCampaign } | { ok: false; problems: CampaignProblem[] }> {
  const problems = languageProblems(source);
  const variants = new Map<string, CompiledVariant>();
  for (const language of LANGUAGES) {
    const [subject, mjml] = [source.subject[language], source.mjml[language]];
    if (subject === undefined || mjml === undefined) continue;
    const variant = await compileVariant(language, subject, mjml);
    if (Array.isArray(variant)) problems.push(...variant);
    else variants.set(language, variant);
  }
  const fallback = variants.get(source.defaultLanguage) ?? variants.values().next().value;
  if (problems.length > 0 || fallback === undefined) return { ok: false, problems };
  return { ok: true, campaign: { variants, fallback } };
}

function languageProblems({ subject, mjml }: CampaignSource): CampaignProblem[] {
  const problem = (
    language: string,
    part: 'subject' | 'mjml',
    message: string,
  ): CampaignProblem => ({
    language,
    part,
    line: null,
    message,
  });
  const languages = [...new Set([...Object.keys(subject), ...Object.keys(mjml)])];
  if (languages.length === 0)
    return [problem('', 'mjml', 'no text: give a subject and MJML in at least one language')];
  return languages.flatMap((language) => {
    if (!(LANGUAGES as readonly string[]).includes(language)) {
      return [problem(language, 'mjml', `unknown language: use one of ${LANGUAGES.join(', ')}`)];
    }
    if (!subject[language]?.trim())
      return [problem(language, 'subject', 'missing: each language needs a subject')];
    return mjml[language]?.trim()
      ? []
      : [problem(language, 'mjml', 'missing: each language needs MJML')];
  });
}

async function compileVariant(
  language: Language,
  subjectSource: string,
  mjmlSource: string,
): Promise<CompiledVariant | CampaignProblem[]> {
  const problems: CampaignProblem[] = [];
  const note = (
    part: 'subject' | 'mjml',
    { line, message }: { line: number | null; message: string },
  ): void => {
    problems.push({ language, part, line, message });
  };
  const subject = parseLiquid(textLiquid, subjectSource);
  if ('message' in subject) note('subject', subject);
  // Before MJML sees it: it would move or drop what it does not understand, and the line would be lost.
  const early = parseLiquid(htmlLiquid, placeWayOut(mjmlSource));
  if ('message' in early) note('mjml', early);
  const compiled = await compileMjml(placeWayOut(mjmlSource));
  for (const error of compiled.errors) note('mjml', error);
  if (problems.length > 0) return problems;
  const html = forceWayOut(withLanguage(compiled.html, language));
  const parsedHtml = parseLiquid(htmlLiquid, html);
  const parsedText = parseLiquid(textLiquid, textOf(html));
  if ('message' in parsedHtml) note('mjml', parsedHtml);
  if ('message' in parsedText) note('mjml', parsedText);
  if ('message' in subject || 'message' in parsedHtml || 'message' in parsedText) return problems;
  return {
    language,
    subject: subject.template,
    html: parsedHtml.template,
    text: parsedText.template,
  };
}

async function compileMjml(
  source: string,
): Promise<{ html: string; errors: { line: number | null; message: string }[] }> {
  try {
    // MJML would have web fonts fetched from elsewhere, which tells them who reads.
    return await mjml2html(source, { validationLevel: 'soft', keepComments: false, fonts: {} });
  } catch (error) {
    return {
      html: '',
      errors: [
        {
          line: null,
          message: `not MJML: ${error instanceof Error ? error.message : String(error)}`,
        },
      ],
    };
  }
}

/** MJML marks the page and its article, with a language that it does not know unless the author says so. */
function withLanguage(html: string, language: Language): string {
  return html
    .replace(/<html\b[^>]*>/i, (tag) => tag.replace(/\blang="[^"]*"/, `lang="${language}"`))
    .replaceAll('lang="und"', `lang="${language}"`)
    .replaceAll('dir="auto"', 'dir="ltr"');
}

function textOf(html: string): string {
  return convert(html, {
    wordwrap: 78,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
}
