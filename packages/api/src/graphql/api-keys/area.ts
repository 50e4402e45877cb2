import { type Area, inAccount, READ, type Row } from '../access/area.ts';
import { ApiKeyQuery } from './api-key.query.ts';
import { ApiKeys } from './api-keys.query.ts';
import { CreateApiKey } from './create-api-key.mutation.ts';
import { RevokeApiKey } from './revoke-api-key.mutation.ts';
import { RotateApiKey } from './rotate-api-key.mutation.ts';

/** Whoever has something to give: an operator makes operators' keys, an admin all others. */
const GIVERS: Row = inAccount({ rights: ['ADMIN', 'OPERATOR'], inAccount: 'by-ids' });

export const apiKeys: Area = {
  resolvers: [ApiKeyQuery, ApiKeys, CreateApiKey, RevokeApiKey, RotateApiKey],
  access: {
    Query: { apiKey: inAccount(READ), apiKeys: inAccount(READ, 'accountId') },
    Mutation: { createApiKey: GIVERS, revokeApiKey: GIVERS, rotateApiKey: GIVERS },
  },
  types: { ApiKey: [...READ.rights, 'OPERATOR'] },
};
