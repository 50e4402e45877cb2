import {
  ACTOR_KINDS,
  DOMAIN_PROOFS,
  KEY_USES,
  type KeyUse,
  MEMBER_ROLES,
  ROLES,
  SIGN_IN_MEANS,
} from '@adieu/domain';
import { registerEnumType } from 'type-graphql';
import { enumOf } from './enum-of.ts';

export const ActorKindEnum = enumOf('ActorKind', ACTOR_KINDS);
export const RoleEnum = enumOf(
  'Role',
  ROLES,
  'ADMIN: all of the organisation. REVIEWER: sees requests, addresses masked, and decides them. CAMPAIGNER: campaigns and contacts. AUDITOR: reads everything, changes nothing. OPERATOR: the installation, and nothing of recipients.',
);

/** A use is written `gate:ask`; the names of GraphQL hold no colon. */
const USES = Object.fromEntries(
  (Object.keys(KEY_USES) as KeyUse[]).map((use) => [use.toUpperCase().replaceAll(/\W/g, '_'), use]),
);
registerEnumType(USES, {
  name: 'KeyUse',
  description: 'What a key is made for that needs no role: each opens a few fields, and no others.',
  valuesConfig: Object.fromEntries(
    Object.entries(USES).map(([name, use]) => [name, { description: KEY_USES[use] }]),
  ),
});
export const KeyUseEnum = USES;
export const MemberRoleEnum = enumOf('MemberRole', MEMBER_ROLES);
export const SignInMeansEnum = enumOf('SignInMeans', SIGN_IN_MEANS);
export const DomainProofEnum = enumOf(
  'DomainProof',
  DOMAIN_PROOFS,
  'How a domain was shown to be an organisation’s: a record in the DNS, or the word of whoever runs the installation.',
);
