import type { ChosenAudience } from '@adieu/db';
import {
  AUDIENCE_LIMITS,
  type AudienceCondition,
  type Channel,
  CONDITION_REFUSALS,
  LANGUAGES,
  refuseCondition,
} from '@adieu/domain';
import { readAddress } from '../shared/address.ts';
import type { Context } from '../shared/context.ts';
import type { IdPrefix } from '../shared/ids.ts';
import { readId } from '../shared/read-id.ts';
import { InvalidInput, LimitReached, NotFound, Problem } from '../shared/problems.ts';
import type { AudienceConditionInput, CampaignAudienceInput } from './campaign-audience.input.ts';

type Lists = 'languages' | 'topics' | 'exceptBooks' | 'exceptCampaigns';

/** Which part of a book is chosen; null for all of it. Refuses what can not be asked, and lists that would choose nobody. */
export function readAudience(
  ctx: Context,
  input: CampaignAudienceInput | null | undefined,
  channel: Channel,
): ChosenAudience | null | Problem {
  if (!input || Object.values(input).every((given) => given === null || given === undefined))
    return null;
  const refused = refuseEmpty(input) ?? refuseMany(input) ?? refuseConditions(input);
  if (refused !== null) return refused;
  const unknown = input.languages?.find((each) => !(LANGUAGES as readonly string[]).includes(each));
  if (unknown !== undefined)
    return new InvalidInput('audience.languages', `A language is one of ${LANGUAGES.join(', ')}.`);
  const topics = readIds(input, 'topics', 'topic');
  const exceptBooks = readIds(input, 'exceptBooks', 'book');
  const exceptCampaigns = readIds(input, 'exceptCampaigns', 'campaign');
  const exceptAddresses = readKeys(ctx, input, 'exceptAddresses', channel);
  if (exceptAddresses instanceof Problem) return exceptAddresses;
  const onlyAddresses = readKeys(ctx, input, 'onlyAddresses', channel);
  if (onlyAddresses instanceof Problem) return onlyAddresses;
  return {
    where: (input.where ?? []).map(conditionOf),
    anyOf: (input.anyOf ?? []).map(conditionOf),
    languages: input.languages ? [...new Set(input.languages)] : null,
    topics: input.topics ? topics : null,
    exceptBooks,
    exceptCampaigns,
    exceptAddresses,
    onlyAddresses: input.onlyAddresses ? onlyAddresses : null,
  };
}

/** An empty choice is most likely a mistake of who made the list, and must not reach everybody. */
function refuseEmpty(input: CampaignAudienceInput): Problem | null {
  const empty = (['anyOf', 'languages', 'topics', 'onlyAddresses'] as const).find(
    (field) => input[field]?.length === 0,
  );
  if (empty === undefined) return null;
  return new InvalidInput(
    `audience.${empty}`,
    'This list is empty and would choose nobody. Leave it out to narrow nothing.',
  );
}

function refuseMany(input: CampaignAudienceInput): Problem | null {
  const conditions = (input.where?.length ?? 0) + (input.anyOf?.length ?? 0);
  const counts = [
    ['where', conditions, AUDIENCE_LIMITS.conditions],
    ['languages', input.languages?.length ?? 0, AUDIENCE_LIMITS.ids],
    ['topics', input.topics?.length ?? 0, AUDIENCE_LIMITS.ids],
    ['exceptBooks', input.exceptBooks?.length ?? 0, AUDIENCE_LIMITS.ids],
    ['exceptCampaigns', input.exceptCampaigns?.length ?? 0, AUDIENCE_LIMITS.ids],
    ['exceptAddresses', input.exceptAddresses?.length ?? 0, AUDIENCE_LIMITS.addresses],
    ['onlyAddresses', input.onlyAddresses?.length ?? 0, AUDIENCE_LIMITS.addresses],
  ] as const;
  const over = counts.find(([, given, most]) => given > most);
  if (over === undefined) return null;
  const [field, given, most] = over;
  return new LimitReached(`audience.${field}`, `At most ${most}; these are ${given}.`);
}

const conditionOf = ({ field, is, value }: AudienceConditionInput): AudienceCondition => ({
  field,
  is,
  value: value ?? null,
});

function refuseConditions(input: CampaignAudienceInput): Problem | null {
  for (const list of ['where', 'anyOf'] as const)
    for (const [i, each] of (input[list] ?? []).entries()) {
      const refused = refuseCondition(conditionOf(each));
      if (refused !== null)
        return new InvalidInput(
          `audience.${list}`,
          `Number ${i + 1} of these: ${CONDITION_REFUSALS[refused]}`,
        );
    }
  return null;
}

const KINDS = {
  topics: 'topic in the account of this address book',
  exceptBooks: 'address book in the account of this one',
  exceptCampaigns: 'campaign in the account of this address book',
} as const;

/** The same for an id of nobody and of another account. */
export function audienceNotFound(list: keyof typeof KINDS): NotFound {
  return new NotFound(KINDS[list], `audience.${list}`);
}

function readIds(
  input: CampaignAudienceInput,
  list: Exclude<Lists, 'languages'>,
  prefix: IdPrefix,
): string[] {
  const ids = (input[list] ?? []).map((id) => readId(prefix, id, `audience.${list}`));
  return [...new Set(ids)];
}

function readKeys(
  { ring }: Context,
  input: CampaignAudienceInput,
  list: 'exceptAddresses' | 'onlyAddresses',
  channel: Channel,
): Buffer[] | InvalidInput {
  const keys = new Map<string, Buffer>();
  for (const [i, text] of (input[list] ?? []).entries()) {
    const known = readAddress(ring, text, channel);
    if (known instanceof Problem)
      return new InvalidInput(`audience.${list}`, `Number ${i + 1} of these: ${known.message}`);
    keys.set(known.address, known.addressKey);
  }
  return [...keys.values()];
}
