import type { Brand } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';
import { BrandImageEntity } from './brand-image.entity.ts';

export const AccountBrandEntity = defineEntity({
  name: 'AccountBrand',
  tableName: 'account_brand',
  comment: "The highest version is in force; null is the house's way",
  checks: [
    { name: 'account_brand_check', expression: '(logo_sha256 IS NULL) = (logo_alt IS NULL)' },
    { name: 'account_brand_dark_check', expression: 'is_palette(dark)' },
    { name: 'account_brand_display_name_check', expression: "display_name <> ''::text" },
    { name: 'account_brand_light_check', expression: 'is_palette(light)' },
    { name: 'account_brand_version_check', expression: 'version > 0' },
  ],
  properties: {
    accountId: foreignKey(AccountEntity).primary(),
    version: p.integer().primary(),
    displayName: p.text().strictNullable(),
    light: p.json<Brand['light']>().strictNullable(),
    dark: p.json<Brand['dark']>().strictNullable(),
    logoSha256: p.blob().strictNullable(),
    logo: () =>
      p
        .manyToOne(BrandImageEntity)
        .fieldNames('account_id', 'logo_sha256')
        .ownColumns('logo_sha256')
        .updateRule('no action')
        .deleteRule('no action')
        .strictNullable(),
    logoAlt: p.text().strictNullable(),
    imprint: p.json<Brand['imprint']>(),
    texts: p.json<Brand['texts']>(),
    createdAt: p.datetime(),
    createdBy: p.text(),
  },
});
