/** SQL for the columns of a sender of alias `s`. */
export const SENDER_COLUMNS = `
  s.id, s.account_id AS "accountId", s.kind, s.channel, s.name, s.address, s.keyword, s.is_default AS "isDefault",
  s.created_at AS "createdAt", s.archived_at AS "archivedAt", s.countries`;
