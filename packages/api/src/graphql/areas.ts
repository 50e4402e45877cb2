import { accessOf, type Area, nestedAccessOf } from './access/area.ts';
import { accounts } from './accounts/area.ts';
import { addressBooks } from './address-books/area.ts';
import { members } from './members/area.ts';
import { apiKeys } from './api-keys/area.ts';
import { audience } from './audience/area.ts';
import { beginning, setUp } from './beginning/area.ts';
import { brand } from './brand/area.ts';
import { campaigns } from './campaigns/area.ts';
import { consents } from './consents/area.ts';
import { contacts } from './contacts/area.ts';
import { deletions } from './deletions/area.ts';
import { doubleOptIn } from './double-opt-in/area.ts';
import { evidence } from './evidence/area.ts';
import { gate } from './gate/area.ts';
import { inbound } from './inbound/area.ts';
import { ledger } from './ledger/area.ts';
import { listImports } from './list-imports/area.ts';
import { machineSignals } from './machine-signals/area.ts';
import { optOutRequests } from './opt-out-requests/area.ts';
import { personalData } from './personal-data/area.ts';
import { policies } from './policies/area.ts';
import { preferences } from './preferences/area.ts';
import { previews } from './previews/area.ts';
import { quarantines } from './quarantines/area.ts';
import { reasons } from './reasons/area.ts';
import { receipts } from './receipts/area.ts';
import { recipients } from './recipients/area.ts';
import { reports } from './reports/area.ts';
import { review } from './review/area.ts';
import { scopes } from './scopes/area.ts';
import { senderDomains } from './sender-domains/area.ts';
import { senders } from './senders/area.ts';
import { signIn } from './sign-in/area.ts';
import { signUpForms } from './sign-up-forms/area.ts';
import { smsSenders } from './sms-senders/area.ts';
import { suppressions } from './suppressions/area.ts';
import { topics } from './topics/area.ts';
import { undeliverable } from './undeliverable/area.ts';
import { viewer } from './viewer/area.ts';
import { webhooks } from './webhooks/area.ts';

export const AREAS: readonly Area[] = [
  accounts,
  addressBooks,
  members,
  apiKeys,
  audience,
  beginning,
  brand,
  campaigns,
  consents,
  contacts,
  deletions,
  doubleOptIn,
  evidence,
  gate,
  inbound,
  ledger,
  listImports,
  machineSignals,
  optOutRequests,
  personalData,
  policies,
  preferences,
  previews,
  quarantines,
  reasons,
  receipts,
  recipients,
  reports,
  review,
  scopes,
  senderDomains,
  senders,
  signIn,
  signUpForms,
  setUp,
  smsSenders,
  suppressions,
  topics,
  undeliverable,
  viewer,
  webhooks,
];

/** Who may use which root field: the rows of all areas. */
export const ACCESS = accessOf(AREAS);
/** Who may see what is below them. */
export const NESTED_ACCESS = nestedAccessOf(AREAS);
