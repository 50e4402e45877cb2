import type { Language } from '@adieu/domain';
import mjml2html from 'mjml';

/** MJML to a page in its language, with what MJML itself finds wrong. */
export async function compileMjml(
  source: string,
  language: Language,
): Promise<{ html: string; errors: { line: number | null; message: string }[] }> {
  const include = /<mj-include\b/.exec(source);
  if (include !== null) {
    const line = source.slice(0, include.index).split('\n').length;
    const message = "mj-include reads files: give partials and write {% render 'name' %}";
    return { html: '', errors: [{ line, message }] };
  }
  try {
    const { html, errors } = await mjml2html(source, {
      validationLevel: 'soft',
      keepComments: false,
      // MJML would have web fonts fetched from elsewhere, which tells them who reads.
      fonts: {},
      // It would read files of this machine into the mail.
      ignoreIncludes: true,
    });
    return { html: withLanguage(html, language), errors };
  } catch (error) {
    const message = `not MJML: ${error instanceof Error ? error.message : String(error)}`;
    return { html: '', errors: [{ line: null, message }] };
  }
}

/** MJML marks the page and its article, with a language that it does not know unless the author says so. */
function withLanguage(html: string, language: Language): string {
  return html
    .replace(/<html\b[^>]*>/i, (tag) => tag.replace(/\blang="[^"]*"/, `lang="${language}"`))
    .replaceAll('lang="und"', `lang="${language}"`)
    .replaceAll('dir="auto"', 'dir="ltr"');
}
