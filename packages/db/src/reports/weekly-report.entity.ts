import { defineEntity, p } from '@mikro-orm/postgresql';
import { MemberEntity } from '../members/member.entity.ts';
import { AccountEntity } from '../organisation/account.entity.ts';
import { foreignKey } from '../orm/foreign-key.ts';

export const WeeklyReportEntity = defineEntity({
  name: 'WeeklyReport',
  tableName: 'weekly_report',
  comment: 'Who was mailed the figures of which account and week (its Monday, UTC): once each',
  uniques: [{ name: 'weekly_report_id_key', properties: ['id'] }],
  checks: [{ name: 'weekly_report_week_check', expression: 'EXTRACTisodow FROM week) = (1' }],
  properties: {
    id: p.uuid().defaultRaw('uuidv7()'),
    accountId: foreignKey(AccountEntity).primary(),
    week: p.date().primary(),
    memberId: foreignKey(MemberEntity).deleteRule('cascade').primary(),
    claimedAt: p.datetime(),
    sentAt: p.datetime().strictNullable(),
  },
});
