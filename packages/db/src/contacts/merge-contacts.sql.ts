import { LIST_READ } from '../organisation/list-read.sql.ts';

/**
 * Puts persons into a book, whose addresses are locked ($1 book; $2 their numbers, $3 languages, $4 fields, $5 tags; then for each
 * address $6 the number of its person, $7 channel, $8 recipient).
 *
 * A person is the contact that has one of their addresses: one that was not removed before one that was, and by the e-mail
 * address before by the number. An address of a removed contact goes over to them. Refused is whoever has addresses of two
 * contacts, or another address than their contact has on a channel. Who shares something with somebody before them waits
 * for the next statement, which sees what this one has written. OFFSET 0: addresses are looked up one by one, for a plan of
 * statistics that lag behind an import would read the whole book for each batch.
 */
export const MERGE = `
  WITH person AS (
    SELECT i.n, i.language, i.fields, ARRAY(SELECT jsonb_array_elements_text(i.tags)) AS tags
    FROM unnest($2::int[], $3::text[], $4::jsonb[], $5::jsonb[]) AS i(n, language, fields, tags)
  ), given AS (
    SELECT * FROM unnest($6::int[], $7::text[], $8::uuid[]) AS g(n, channel, recipient_id)
  ), held AS MATERIALIZED (
    SELECT g.*, k.id AS contact_id, k.id IS NOT NULL AND k.removed_at IS NULL AS is_active
    FROM given g
    LEFT JOIN LATERAL (SELECT x.contact_id FROM contact_address x
      WHERE x.recipient_id = g.recipient_id AND x.address_book_id = $1::uuid OFFSET 0) x ON true
    LEFT JOIN contact k ON k.id = x.contact_id
  ), owner AS MATERIALIZED (
    SELECT n, count(DISTINCT contact_id) FILTER (WHERE is_active) AS active,
      (array_agg(contact_id ORDER BY is_active DESC, channel) FILTER (WHERE contact_id IS NOT NULL))[1] AS contact_id
    FROM held GROUP BY n
  ), other AS (
    SELECT g.n, min(g.channel) AS channel
    FROM given g JOIN owner o USING (n)
    CROSS JOIN LATERAL (SELECT x.recipient_id FROM contact_address x
      WHERE x.contact_id = o.contact_id AND x.channel = g.channel OFFSET 0) x
    WHERE x.recipient_id <> g.recipient_id GROUP BY g.n
  ), judged AS MATERIALIZED (
    SELECT o.n, o.contact_id, other.channel,
      CASE WHEN o.active > 1 THEN 'two-contacts' WHEN other.n IS NOT NULL THEN 'other-address' END AS refused
    FROM owner o LEFT JOIN other USING (n)
  ), taken AS (
    SELECT x.n FROM (
      SELECT j.n, min(j.n) OVER (PARTITION BY h.recipient_id) AS of_address,
        CASE WHEN h.contact_id IS NULL THEN j.n ELSE min(j.n) OVER (PARTITION BY h.contact_id) END AS of_contact
      FROM judged j JOIN held h USING (n) WHERE j.refused IS NULL
    ) x GROUP BY 1 HAVING bool_and(x.n = x.of_address AND x.n = x.of_contact)
  ), merged AS MATERIALIZED (
    SELECT p.*, coalesce(j.contact_id, uuidv7()) AS id, j.contact_id IS NULL AS created
    FROM taken t JOIN judged j USING (n) JOIN person p USING (n)
  ), made AS (
    INSERT INTO contact (id, address_book_id, language, fields, tags)
    SELECT id, $1::uuid, language, fields, tags FROM merged WHERE created
  ), updated AS (
    UPDATE contact k SET language = coalesce(m.language, k.language), fields = k.fields || m.fields,
      tags = CASE WHEN m.tags <@ k.tags THEN k.tags ELSE ARRAY(SELECT DISTINCT t FROM unnest(k.tags || m.tags) t ORDER BY t) END, removed_at = NULL
    FROM merged m WHERE k.id = m.id AND NOT m.created
  ), moved AS (
    UPDATE contact_address x SET contact_id = m.id FROM merged m JOIN held h USING (n)
    WHERE h.contact_id <> m.id AND x.contact_id = h.contact_id AND x.channel = h.channel RETURNING x.contact_id
  ), added AS (
    INSERT INTO contact_address (contact_id, channel, address_book_id, recipient_id)
    SELECT m.id, h.channel, $1::uuid, h.recipient_id FROM merged m JOIN held h USING (n) WHERE h.contact_id IS NULL
    RETURNING contact_id
  ), stopped AS (
    SELECT DISTINCT h.n FROM address_book b JOIN account a ON a.id = b.account_id
    CROSS JOIN held h JOIN recipient r ON r.id = h.recipient_id
    WHERE b.id = $1::uuid AND EXISTS (
      SELECT 1 FROM covering_suppressions(r.address_key, ${LIST_READ},
        r.channel, b.purpose, a.organisation_id, a.id, b.id, NULL))
  ), gone AS (
    SELECT DISTINCT h.n FROM held h JOIN recipient r ON r.id = h.recipient_id WHERE r.undeliverable_since IS NOT NULL
  )
  SELECT j.n, j.refused, j.channel, m.id AS "contactId", m.created, s.n IS NOT NULL AS "isStopped", g.n IS NOT NULL AS "isUndeliverable",
    m.id IN (SELECT contact_id FROM moved UNION ALL SELECT contact_id FROM added) AS "hasMore"
  FROM judged j LEFT JOIN merged m USING (n) LEFT JOIN stopped s USING (n) LEFT JOIN gone g USING (n) ORDER BY j.n`;
