import { defineEntity, p } from '@mikro-orm/postgresql';

export const RateLimitEntity = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limit',
  comment:
    'One row for each rate: * (overall) or a receiving domain. The rates themselves are settings of the sender',
  checks: [{ name: 'rate_limit_name_check', expression: "name <> ''::text" }],
  properties: {
    name: p.text().primary(),
    nextAt: p
      .datetime()
      .comment('When the next message may go; each that goes moves it by one interval of its rate'),
  },
});
