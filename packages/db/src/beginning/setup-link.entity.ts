import { defineEntity, p } from '@mikro-orm/postgresql';

export const SetupLinkEntity = defineEntity({
  name: 'SetupLink',
  tableName: 'setup_link',
  comment: 'By which an empty installation is set up: dead once it has an organisation',
  properties: {
    tokenHash: p.blob().primary(),
    createdAt: p.datetime(),
  },
});
