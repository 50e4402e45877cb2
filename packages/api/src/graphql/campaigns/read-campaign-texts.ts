import { InvalidInput } from '../shared/problems.ts';
import type { CampaignIdentityInput, LocalisedTextInput } from './campaign-texts.input.ts';
import type { CreateCampaignInput } from './create-campaign.input.ts';

const LONGEST_NAME = 200;

/** Names and texts as given, each language once. */
export function readCampaignTexts(input: CreateCampaignInput) {
  const name = input.name.trim();
  if (name === '' || name.length > LONGEST_NAME)
    return new InvalidInput('name', `A name has 1 to ${LONGEST_NAME} characters.`);
  const partials = input.partials ?? [];
  const texts = [
    ...(['subject', 'mjml', 'html', 'text'] as const).map(
      (field) => [field, input[field] ?? []] as const,
    ),
    ...partials.map((partial) => ['partials', partial.texts] as const),
  ];
  for (const [field, given] of texts) {
    const languages = given.map(({ language }) => language);
    const twice = languages.find((language, i) => languages.indexOf(language) !== i);
    if (twice !== undefined)
      return new InvalidInput(field, `The language ${twice} is given twice.`);
  }
  return {
    name,
    subject: byLanguage(input.subject),
    mjml: byLanguage(input.mjml),
    html: byLanguage(input.html ?? []),
    text: byLanguage(input.text ?? []),
    partials: Object.fromEntries(
      partials.map(({ name: key, texts: each }) => [key, byLanguage(each)]),
    ),
    header: input.header ?? null,
    identity: identityOf(input.identity),
  };
}

function identityOf(given: CampaignIdentityInput | null | undefined) {
  if (!given) return null;
  const { postalAddress = null, onBehalfOf = null, marking = null } = given;
  return { postalAddress, onBehalfOf, marking };
}

function byLanguage(texts: readonly LocalisedTextInput[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
