import type { Area } from '../../src/graphql/access/area.ts';
import { accounts } from '../../src/graphql/accounts/area.ts';
import { addressBooks } from '../../src/graphql/address-books/area.ts';
import { members } from '../../src/graphql/members/area.ts';
import { apiKeys } from '../../src/graphql/api-keys/area.ts';
import { audience } from '../../src/graphql/audience/area.ts';
import { beginning } from '../../src/graphql/beginning/area.ts';
import { brand } from '../../src/graphql/brand/area.ts';
import { campaigns } from '../../src/graphql/campaigns/area.ts';
import { consents } from '../../src/graphql/consents/area.ts';
import { contacts } from '../../src/graphql/contacts/area.ts';
import { deletions } from '../../src/graphql/deletions/area.ts';
import { doubleOptIn } from '../../src/graphql/double-opt-in/area.ts';
import { evidence } from '../../src/graphql/evidence/area.ts';
import { inbound } from '../../src/graphql/inbound/area.ts';
import { listImports } from '../../src/graphql/list-imports/area.ts';
import { undeliverable } from '../../src/graphql/undeliverable/area.ts';
import { machineSignals } from '../../src/graphql/machine-signals/area.ts';
import { optOutRequests } from '../../src/graphql/opt-out-requests/area.ts';
import { personalData } from '../../src/graphql/personal-data/area.ts';
import { policies } from '../../src/graphql/policies/area.ts';
import { preferences } from '../../src/graphql/preferences/area.ts';
import { previews } from '../../src/graphql/previews/area.ts';
import { quarantines } from '../../src/graphql/quarantines/area.ts';
import { reasons } from '../../src/graphql/reasons/area.ts';
import { recipients } from '../../src/graphql/recipients/area.ts';
import { review } from '../../src/graphql/review/area.ts';
import { scopes } from '../../src/graphql/scopes/area.ts';
import { webhooks } from '../../src/graphql/webhooks/area.ts';
import { senderDomains } from '../../src/graphql/sender-domains/area.ts';
import { senders } from '../../src/graphql/senders/area.ts';
import { signIn } from '../../src/graphql/sign-in/area.ts';
import { signUpForms } from '../../src/graphql/sign-up-forms/area.ts';
import { smsSenders } from '../../src/graphql/sms-senders/area.ts';
import { topics } from '../../src/graphql/topics/area.ts';

/** Which areas of the schema have their cases in which file of this folder. */
export const FILES = {
  requests: [optOutRequests, policies, recipients, quarantines],
  review: [review],
  members: [members, signIn],
  campaigns: [campaigns, previews, audience],
  consents: [consents, evidence, doubleOptIn, signUpForms],
  contacts: [contacts, inbound, machineSignals, undeliverable],
  'list-imports': [listImports],
  preferences: [preferences, personalData, reasons],
  'sender-domains': [senderDomains, smsSenders],
  webhooks: [webhooks],
  accounts: [accounts, beginning, deletions, addressBooks, topics, scopes, brand, senders],
  'api-keys': [apiKeys],
} satisfies Record<string, readonly Area[]>;
