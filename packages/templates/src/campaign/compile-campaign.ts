import { type CampaignIdentity, type Language, LANGUAGES, type Purpose } from '@adieu/domain';
import { compileVariant } from './compile-variant.ts';
import type { AuthoredVariant, CompiledCampaign } from './compiled.ts';
import type { CampaignPart, CampaignProblem } from './problem.ts';
import type { CampaignSource } from './source.ts';

export interface ByLanguages<Variant> {
  readonly variants: ReadonlyMap<string, Variant>;
  readonly fallback: Variant;
  readonly identity: CampaignIdentity | null;
  readonly purpose: Purpose;
}

/** A campaign of what `make` makes of each of its languages, at once; or all that is wrong with it. */
export async function eachLanguage<Variant extends object>(
  source: CampaignSource,
  make: (language: Language) => Promise<Variant | CampaignProblem[]>,
): Promise<
  { ok: true; campaign: ByLanguages<Variant> } | { ok: false; problems: CampaignProblem[] }
> {
  const problems = languageProblems(source);
  const languages = LANGUAGES.filter(
    (language) => source.subject[language]?.trim() && bodyPartsOf(source, language).length === 1,
  );
  const all = await Promise.all(languages.map(make));
  const variants = new Map<string, Variant>();
  for (const [i, made] of all.entries()) {
    if (Array.isArray(made)) problems.push(...made);
    else variants.set(languages[i]!, made);
  }
  const fallback = variants.get(source.defaultLanguage) ?? variants.values().next().value;
  if (problems.length > 0 || fallback === undefined) return { ok: false, problems };
  const { identity = null, purpose = 'MARKETING' } = source;
  return { ok: true, campaign: { variants, fallback, identity, purpose } };
}

/** Compiles a campaign once for all its recipients: MJML to HTML, text part from HTML, merge fields parsed. */
export async function compileCampaign(
  source: CampaignSource,
): Promise<
  | { ok: true; campaign: CompiledCampaign<AuthoredVariant> }
  | { ok: false; problems: CampaignProblem[] }
> {
  return eachLanguage(source, (language) => compileVariant(source, language));
}

function bodyPartsOf(source: CampaignSource, language: string): ('mjml' | 'html')[] {
  return (['mjml', 'html'] as const).filter((part) => source[part]?.[language]?.trim());
}

function languageProblems(source: CampaignSource): CampaignProblem[] {
  const bodies = new Set([...Object.keys(source.mjml), ...Object.keys(source.html ?? {})]);
  const languages = [
    ...new Set([...Object.keys(source.subject), ...bodies, ...Object.keys(source.text ?? {})]),
  ];
  if (languages.length === 0)
    return [problem('', 'mjml', 'no text: give a subject and MJML in at least one language')];
  return languages.flatMap((language) => {
    if (!(LANGUAGES as readonly string[]).includes(language)) {
      return [problem(language, 'mjml', `unknown language: use one of ${LANGUAGES.join(', ')}`)];
    }
    if (!source.subject[language]?.trim())
      return [problem(language, 'subject', 'missing: each language needs a subject')];
    const parts = bodyPartsOf(source, language);
    if (parts.length === 1) return [];
    return parts.length === 0
      ? [problem(language, 'mjml', 'missing: each language needs MJML, or HTML in its place')]
      : [problem(language, 'html', 'given beside MJML: give one of them for each language')];
  });
}

function problem(language: string, part: CampaignPart, message: string): CampaignProblem {
  return { language, part, line: null, message };
}
