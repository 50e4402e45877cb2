import type { Connection } from '../client/connect.ts';
import type { AudienceTest, CampaignAudienceInput } from '../generated/documents.ts';
import { findBooks, findTopics } from '../client/names.ts';

/** What must hold of a contact. To be compared, a value is a number or a day, as in '2026-01-31'. */
export type Condition<Field extends string = string> =
  | {
      readonly field: Field;
      readonly is: Exclude<AudienceTest, 'EXISTS' | 'MISSING'>;
      readonly value: string | number;
    }
  | { readonly field: Field; readonly is: 'EXISTS' | 'MISSING'; readonly value?: never };

/** Which part of an address book. What is not given narrows nothing; an empty list is refused, where it would choose nobody. */
export interface AudienceFilter<Field extends string = string> {
  /** All must hold. */
  readonly where?: readonly Condition<Field>[];
  /** One of these must hold. */
  readonly anyOf?: readonly Condition<Field>[];
  /** sv, cs, de, da, en: who gets mails in one of these. */
  readonly languages?: readonly string[];
  /** Ids or names: who hears about one of these. */
  readonly topics?: readonly string[];
  /** Ids or names of books of the same account, whose contacts are left out. */
  readonly exceptBooks?: readonly string[];
  /** Ids: who got one of these, or will, is left out. */
  readonly exceptCampaigns?: readonly string[];
  /** At most 1000. */
  readonly exceptAddresses?: readonly string[];
  /** At most 1000, as far as they are contacts of the book. */
  readonly onlyAddresses?: readonly string[];
}

/** A filter as the API takes it; undefined where nothing narrows. */
export async function audienceInput(
  connection: Connection,
  accountId: string,
  filter: AudienceFilter,
): Promise<CampaignAudienceInput | undefined> {
  const { where, anyOf, languages, topics, exceptBooks } = filter;
  const { exceptCampaigns, exceptAddresses, onlyAddresses } = filter;
  const [topicIds, bookIds] = await Promise.all([
    idsOf(topics, (names) => findTopics(connection, accountId, names)),
    idsOf(exceptBooks, (names) => findBooks(connection, names)),
  ]);
  const input: CampaignAudienceInput = {
    ...(where && { where: where.map(conditionInput) }),
    ...(anyOf && { anyOf: anyOf.map(conditionInput) }),
    ...(languages && { languages }),
    ...(topicIds && { topics: topicIds }),
    ...(bookIds && { exceptBooks: bookIds }),
    ...(exceptCampaigns && { exceptCampaigns }),
    ...(exceptAddresses && { exceptAddresses }),
    ...(onlyAddresses && { onlyAddresses }),
  };
  return Object.keys(input).length === 0 ? undefined : input;
}

async function idsOf(
  wanted: readonly string[] | undefined,
  find: (names: readonly string[]) => Promise<readonly { readonly id: string }[]>,
): Promise<string[] | undefined> {
  return wanted && (await find(wanted)).map(({ id }) => id);
}

const conditionInput = ({ field, is, value }: Condition) =>
  value === undefined ? { field, is } : { field, is, value: String(value) };
