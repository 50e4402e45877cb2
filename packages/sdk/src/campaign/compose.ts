import type { CreateCampaignInput } from '../generated/documents.ts';
import { AdieuError } from '../errors.ts';
import { type Merge, mergeFor } from '../template/merge.ts';
import { renderBody } from '../template/render.ts';
import type { Template } from '../template/template.ts';
import type { CampaignDefinition, PerLanguage, Words } from './definition.ts';

/** The texts of a campaign as the API takes them. */
export type Texts = Omit<
  CreateCampaignInput,
  | 'addressBookId'
  | 'audience'
  | 'accountId'
  | 'recipients'
  | 'purpose'
  | 'topicId'
  | 'idempotencyKey'
>;

/** Renders every language of a campaign. The same definition gives the same texts. */
export async function composeTexts(campaign: CampaignDefinition): Promise<Texts> {
  const languages = Object.keys(campaign.subject).sort();
  if (languages.length === 0)
    throw new AdieuError(
      'NO_LANGUAGE',
      `${campaign.name}: give a subject for one language at least, as in { en: 'Spring' }.`,
    );
  const bodies = await Promise.all(
    languages.map(async (language) => {
      const merge = mergeFor(language);
      const template = templateOf(campaign, language);
      const body = typeof template === 'function' ? template(merge) : template;
      return { language, ...(await renderBody(body)) };
    }),
  );
  const ofKind = (kind: 'mjml' | 'html') =>
    bodies.filter((body) => body.kind === kind).map(({ language, text }) => ({ language, text }));
  return {
    name: campaign.name,
    subject: wordsByLanguage(campaign.subject),
    mjml: ofKind('mjml'),
    html: ofKind('html'),
    ...(campaign.text && { text: wordsByLanguage(campaign.text) }),
    ...(campaign.partials && { partials: await composePartials(campaign.partials) }),
    ...(campaign.header && { header: campaign.header }),
    ...(campaign.identity && { identity: campaign.identity }),
  };
}

function templateOf({ name, template }: CampaignDefinition, language: string): Template {
  if (!isPerLanguage(template)) return template;
  const own = template[language];
  if (own === undefined)
    throw new AdieuError(
      'NO_TEMPLATE',
      `${name}: there is a subject in ${language}, and no template.`,
    );
  return own;
}

function isPerLanguage(
  template: Template | PerLanguage<Template>,
): template is PerLanguage<Template> {
  return typeof template === 'object' && !('file' in template) && !('$$typeof' in template);
}

function wordsByLanguage(words: PerLanguage<Words<string>>) {
  return Object.entries(words)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([language, text]) => ({ language, text: spoken(text, mergeFor(language)) }));
}

function spoken(words: Words<string>, merge: Merge): string {
  return typeof words === 'function' ? words(merge) : words;
}

async function composePartials(partials: NonNullable<CampaignDefinition['partials']>) {
  return Promise.all(
    Object.entries(partials).map(async ([name, byLanguage]) => ({
      name,
      texts: await Promise.all(
        Object.entries(byLanguage).map(async ([language, body]) => ({
          language,
          text: (await renderBody(body)).text,
        })),
      ),
    })),
  );
}
