import { type CampaignContent, type Channel, emailContent } from '@adieu/domain';
import { InvalidInput } from '../shared/problems.ts';
import type {
  CampaignIdentityInput,
  CampaignTextsInput,
  LocalisedTextInput,
} from './campaign-texts.input.ts';

const LONGEST_NAME = 200;

export function readCampaignName(text: string): string | InvalidInput {
  const name = text.trim();
  return name === '' || name.length > LONGEST_NAME
    ? new InvalidInput('name', `A name has 1 to ${LONGEST_NAME} characters.`)
    : name;
}

/** The parts of a mail that a text message has none of. */
const OF_MAILS = ['subject', 'mjml', 'html', 'partials', 'header', 'identity'] as const;

/** What is given of a content, each language once; the rest is as in `before`. */
export function readContent(
  channel: Channel,
  input: CampaignTextsInput,
  before: CampaignContent | null = null,
): CampaignContent | InvalidInput {
  const twice = givenTwice(input);
  if (twice !== null) return twice;
  if (channel === 'SMS') {
    const other = OF_MAILS.find((part) => isGiven(input[part]));
    if (other !== undefined)
      return new InvalidInput(other, 'A text message has a text alone: leave this out.');
    const text = input.text ? byLanguage(input.text) : (before?.text ?? {});
    return { channel, text };
  }
  const { subject, mjml, html, text, partials, header, identity } = input;
  return emailContent({
    ...(before?.channel === 'EMAIL' ? before : {}),
    ...(subject && { subject: byLanguage(subject) }),
    ...(mjml && { mjml: byLanguage(mjml) }),
    ...(html && { html: byLanguage(html) }),
    ...(text && { text: byLanguage(text) }),
    ...(partials && {
      partials: Object.fromEntries(
        partials.map(({ name: key, texts: each }) => [key, byLanguage(each)]),
      ),
    }),
    ...(header !== undefined && { header }),
    ...(identity !== undefined && { identity: identityOf(identity) }),
  });
}

function isGiven(part: unknown): boolean {
  return Array.isArray(part) ? part.length > 0 : part !== undefined && part !== null;
}

function givenTwice(input: CampaignTextsInput): InvalidInput | null {
  const texts = [
    ...(['subject', 'mjml', 'html', 'text'] as const).map(
      (field) => [field, input[field] ?? []] as const,
    ),
    ...(input.partials ?? []).map((partial) => ['partials', partial.texts] as const),
  ];
  for (const [field, given] of texts) {
    const languages = given.map(({ language }) => language);
    const twice = languages.find((language, i) => languages.indexOf(language) !== i);
    if (twice !== undefined)
      return new InvalidInput(field, `The language ${twice} is given twice.`);
  }
  return null;
}

function identityOf(given: CampaignIdentityInput | null) {
  if (!given) return null;
  const { postalAddress = null, onBehalfOf = null, marking = null } = given;
  return { postalAddress, onBehalfOf, marking };
}

function byLanguage(texts: readonly LocalisedTextInput[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ language, text }) => [language, text]));
}
