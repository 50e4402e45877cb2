import {
  type ActorKind,
  ATTRIBUTIONS,
  type Channel,
  type OptOutMethod,
  POLICY_PURPOSES,
  REQUEST_STATES,
  SCOPE_KINDS,
  SUSPICIONS,
  TIMEOUT_OUTCOMES,
  REQUEST_SIGNALS,
} from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { RecipientEntity } from '../contacts/recipient.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { QuarantineEntity } from '../quarantine/quarantine.entity.ts';

/** The admin's queue, by whatever it is narrowed to. */
const pending = (name: string, by: QueueColumn[]) => ({
  name,
  properties: ['organisationId' as const, ...by, 'id' as const],
  where: "state = 'PENDING'::text",
});
type QueueColumn =
  | 'accountId'
  | 'addressBookId'
  | 'campaignId'
  | 'deadline'
  | 'method'
  | 'purpose'
  | 'receivedAt'
  | 'scopeId'
  | 'scopeKind'
  | 'signal';

export const OptOutRequestEntity = defineEntity({
  name: 'OptOutRequest',
  tableName: 'opt_out_request',
  indexes: [
    { name: 'opt_out_request_by_time', properties: ['organisationId', 'receivedAt', 'id'] },
    {
      name: 'opt_out_request_campaign',
      properties: ['campaignId', 'receivedAt'],
      where: 'campaign_id IS NOT NULL',
    },
    {
      name: 'opt_out_request_deadline',
      properties: ['organisationId', 'deadline', 'id'],
      where: 'deadline IS NOT NULL',
    },
    {
      name: 'opt_out_request_decided',
      properties: ['organisationId', 'decidedAt', 'id'],
      where: 'decided_at IS NOT NULL',
    },
    {
      name: 'opt_out_request_decided_by',
      properties: ['organisationId', 'decidedBy', 'decidedAt', 'id'],
      where: 'decided_by IS NOT NULL',
    },
    pending('opt_out_request_pending', ['deadline']),
    pending('opt_out_request_pending_account', ['accountId', 'deadline']),
    pending('opt_out_request_pending_book', ['addressBookId', 'deadline']),
    pending('opt_out_request_pending_campaign', ['campaignId', 'deadline']),
    pending('opt_out_request_pending_method', ['method', 'deadline']),
    pending('opt_out_request_pending_purpose', ['purpose', 'deadline']),
    pending('opt_out_request_pending_received', ['receivedAt']),
    pending('opt_out_request_pending_scope', ['scopeId', 'deadline']),
    pending('opt_out_request_pending_scope_kind', ['scopeKind', 'deadline']),
    pending('opt_out_request_pending_signal', ['signal', 'deadline']),
    {
      name: 'opt_out_request_quarantine',
      properties: ['quarantineId', 'id'],
      where: 'quarantine_id IS NOT NULL',
    },
    {
      name: 'opt_out_request_reasons',
      expression:
        "CREATE INDEX opt_out_request_reasons ON public.opt_out_request USING gin (fold_text(((COALESCE(reason_text, ''::text) || ' '::text) || COALESCE(decision_reason, ''::text))) gin_trgm_ops) WHERE ((reason_text IS NOT NULL) OR (decision_reason IS NOT NULL))",
    },
    { name: 'opt_out_request_recipient', properties: ['recipientId'] },
    { name: 'opt_out_request_unsettled', properties: ['id'], where: 'settled_at IS NULL' },
  ],
  uniques: [
    {
      name: 'opt_out_request_in_force',
      properties: ['addressKey', 'listId', 'channel', 'scopeId'],
      where: "state = ANY (ARRAY['PENDING'::text, 'CONFIRMED'::text])",
    },
  ],
  checks: [
    {
      name: 'marketing_never_reverts',
      expression: "NOT ((purpose = 'MARKETING'::text) AND (on_timeout = 'REVERT'::text))",
    },
    {
      name: 'opt_out_request_check',
      expression:
        "(state <> 'PENDING'::text) OR ((deadline IS NOT NULL) AND (on_timeout IS NOT NULL))",
    },
    { name: 'opt_out_request_check1', expression: '(suspicion IS NULL) = (quarantine_id IS NULL)' },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity),
    accountId: foreignKey(AccountEntity).strictNullable(),
    listId: p.uuid(),
    recipientId: foreignKey(RecipientEntity),
    addressKey: p.blob(),
    channel: p.text().$type<Channel>(),
    scopeKind: p.enum([...SCOPE_KINDS]),
    scopeId: p.uuid(),
    purpose: p.enum([...POLICY_PURPOSES]),
    addressBookId: foreignKey(AddressBookEntity).strictNullable(),
    campaignId: p.uuid().strictNullable(),
    messageId: p.uuid().strictNullable(),
    signal: p.enum([...REQUEST_SIGNALS]),
    method: p.text().$type<OptOutMethod>(),
    state: p.enum([...REQUEST_STATES]),
    receivedAt: p.datetime(),
    deadline: p.datetime().strictNullable(),
    onTimeout: p.enum([...TIMEOUT_OUTCOMES]).strictNullable(),
    policyVersion: p.integer(),
    decidedAt: p.datetime().strictNullable(),
    decidedByKind: p.text().$type<ActorKind>().strictNullable(),
    decidedBy: p.text().strictNullable(),
    decisionReason: p.text().strictNullable(),
    reasonText: p.text().strictNullable(),
    settledAt: p
      .datetime()
      .strictNullable()
      .comment(
        'When its workflow had done all that follows; the reconciler looks for those without',
      ),
    notifiedAt: p.datetime().strictNullable(),
    policyOwnerId: p
      .uuid()
      .defaultRaw("'00000000-0000-0000-0000-000000000000'::uuid")
      .comment('Whose policy it was judged by (opt_out_policy.owner_id), at policy_version'),
    requestedScopeKind: p.enum([...SCOPE_KINDS]).strictNullable(),
    requestedScopeId: p
      .uuid()
      .strictNullable()
      .comment('What was asked for, before it was widened; null where nobody kept it'),
    attribution: p
      .enum([...ATTRIBUTIONS])
      .strictNullable()
      .comment('How the message came whose link was used (B6); null where there was none'),
    allChannels: p.boolean().default(false),
    voices: p
      .array()
      .columnType('text[]')
      .$type<string[]>()
      .defaultRaw("'{}'::text[]")
      .comment('Marks of the different wishes that met in it: the same one again writes nothing'),
    suspicion: p.enum([...SUSPICIONS]).strictNullable(),
    quarantineId: foreignKey(QuarantineEntity).strictNullable(),
  },
});
export type OptOutRequest = InferEntity<typeof OptOutRequestEntity>;
