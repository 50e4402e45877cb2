import type { CreateCampaignInput } from '../generated/documents.ts';
import { AdieuError } from '../errors.ts';
import { mergeFor, smsMergeFor } from '../template/merge.ts';
import { renderBody } from '../template/render.ts';
import type { Template } from '../template/template.ts';
import type { CampaignDefinition, MailDefinition, PerLanguage } from './definition.ts';

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
  if (campaign.channel !== 'SMS') return composeMail(campaign);
  const { channel, name, text } = campaign;
  languagesOf(text, 'text', name);
  return { channel, name, text: wordsByLanguage(text, smsMergeFor) };
}

async function composeMail(campaign: MailDefinition): Promise<Texts> {
  const languages = languagesOf(campaign.subject, 'subject', campaign.name);
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
    subject: wordsByLanguage(campaign.subject, mergeFor),
    mjml: ofKind('mjml'),
    html: ofKind('html'),
    ...(campaign.text && { text: wordsByLanguage(campaign.text, mergeFor) }),
    ...(campaign.partials && { partials: await composePartials(campaign.partials) }),
    ...(campaign.header && { header: campaign.header }),
    ...(campaign.identity && { identity: campaign.identity }),
  };
}

function templateOf({ name, template }: MailDefinition, language: string): Template {
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

function languagesOf(words: PerLanguage<unknown>, what: string, name: string): string[] {
  const languages = Object.keys(words).sort();
  if (languages.length > 0) return languages;
  throw new AdieuError(
    'NO_LANGUAGE',
    `${name}: give a ${what} for one language at least, as in { en: 'Spring' }.`,
  );
}

function wordsByLanguage<M>(
  words: PerLanguage<string | ((merge: M) => string)>,
  merge: (language: string) => M,
) {
  return Object.entries(words)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([language, text]) => ({
      language,
      text: typeof text === 'function' ? text(merge(language)) : text,
    }));
}

async function composePartials(partials: NonNullable<MailDefinition['partials']>) {
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
