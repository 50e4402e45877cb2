import type { Purpose } from '../enums/channels.ts';

/** What of a campaign says for what its people were collected, and for what it is sent. */
export interface AudiencePurposes {
  /** Of the book. */
  readonly purpose: Purpose;
  readonly hasTopic: boolean;
  /** Whether its audience is chosen by the topics that people hear about. */
  readonly choosesByTopics: boolean;
  /** How many are also in a book of this account for service or receipts, and never agreed to marketing, as far as is known. */
  readonly withoutConsent: number;
}

/** Ways in which a campaign goes to people who are there for something else. */
export const PURPOSE_CROSSINGS = ['topic', 'chosen-by-topics', 'without-consent'] as const;
export type PurposeCrossing = (typeof PURPOSE_CROSSINGS)[number];

/**
 * A topic is what somebody wants to hear about; a book for service holds people for whom it is needed, a transactional one
 * those who bought something. So a topic has no place there, neither as what is sent nor as the reason to be chosen. And
 * who is in such a book has not agreed to marketing by that (GDPR 6(1)(a), PECR 22, UWG 7).
 */
export function purposeCrossings(audience: AudiencePurposes): PurposeCrossing[] {
  const { purpose, hasTopic, choosesByTopics, withoutConsent } = audience;
  if (purpose === 'MARKETING') return withoutConsent > 0 ? ['without-consent'] : [];
  // A transactional campaign with a topic is refused for its content already (H-11).
  return [
    ...(hasTopic && purpose === 'SERVICE' ? (['topic'] as const) : []),
    ...(choosesByTopics ? (['chosen-by-topics'] as const) : []),
  ];
}
