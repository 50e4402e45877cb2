import { defineEntity, p } from '@mikro-orm/postgresql';
import { AddressBookEntity } from '../organisation/address-book.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const SignUpFormEntity = defineEntity({
  name: 'SignUpForm',
  tableName: 'sign_up_form',
  indexes: [{ name: 'sign_up_form_book', properties: ['addressBookId', 'id'] }],
  checks: [
    { name: 'sign_up_form_declaration_check', expression: "declaration <> ''::text" },
    { name: 'sign_up_form_declaration_version_check', expression: 'declaration_version >= 1' },
    { name: 'sign_up_form_languages_check', expression: 'cardinality(languages) >= 1' },
    { name: 'sign_up_form_redirect_url_check', expression: "redirect_url ~~ 'https://%'::text" },
    { name: 'sign_up_form_title_check', expression: "title <> ''::text" },
  ],
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    addressBookId: foreignKey(AddressBookEntity),
    title: p.text(),
    declaration: p.text(),
    declarationVersion: p.integer().default(1),
    languages: p.array().columnType('text[]').$type<string[]>(),
    origins: p
      .array()
      .columnType('text[]')
      .$type<string[]>()
      .comment('Where the form may stand in a frame; empty = nowhere'),
    redirectUrl: p.text().strictNullable(),
    createdAt: p.datetime(),
    archivedAt: p.datetime().strictNullable(),
  },
});
