import { DOMAIN_PROOFS } from '@adieu/domain';
import { defineEntity, type InferEntity, p } from '@mikro-orm/postgresql';
import { OrganisationEntity } from '../organisation/organisation.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const SenderDomainEntity = defineEntity({
  name: 'SenderDomain',
  tableName: 'sender_domain',
  comment: 'Domains that organisations may send mail from, and those that they have yet to prove',
  uniques: [
    { name: 'sender_domain_organisation_id_domain_key', properties: ['organisationId', 'domain'] },
    { name: 'sender_domain_owner', properties: ['domain'], where: 'proven_at IS NOT NULL' },
  ],
  checks: [
    {
      name: 'sender_domain_domain_check',
      expression: String.raw`(domain ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$'::text) AND (length(domain) <= 236)`,
    },
    {
      name: 'sender_domain_is_proven_somehow',
      expression: '(proven_at IS NULL) = (proven_by IS NULL)',
    },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisationId: foreignKey(OrganisationEntity).deleteRule('cascade'),
    domain: p.text(),
    challenge: p
      .text()
      .comment('What the TXT record of _adieu-challenge says; public once it is there'),
    claimedAt: p.datetime(),
    provenAt: p.datetime().strictNullable(),
    provenBy: p.enum([...DOMAIN_PROOFS]).strictNullable(),
  },
});
export type SenderDomain = InferEntity<typeof SenderDomainEntity>;
