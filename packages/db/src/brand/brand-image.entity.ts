import { LOGO_TYPES } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const BrandImageEntity = defineEntity({
  name: 'BrandImage',
  tableName: 'brand_image',
  indexes: [{ name: 'brand_image_sha256', properties: ['sha256'] }],
  checks: [
    { name: 'brand_image_check', expression: 'sha256(content) = sha256' },
    {
      name: 'brand_image_content_check',
      expression: '(length(content) >= 1) AND (length(content) <= 50000)',
    },
    { name: 'brand_image_height_check', expression: '(height >= 16) AND (height <= 1200)' },
    { name: 'brand_image_sha256_check', expression: 'length(sha256) = 32' },
    { name: 'brand_image_width_check', expression: '(width >= 16) AND (width <= 1200)' },
  ],
  properties: {
    accountId: foreignKey(AccountEntity).primary(),
    sha256: p
      .blob()
      .primary()
      .comment('Also its public address: what is served there never changes'),
    mediaType: p.enum([...LOGO_TYPES]),
    width: p.integer(),
    height: p.integer(),
    content: p.blob(),
    uploadedAt: p.datetime(),
    uploadedBy: p.text(),
  },
});
