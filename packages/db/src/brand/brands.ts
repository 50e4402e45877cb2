import type { Brand, LogoType } from '@adieu/domain';
import type { Sql } from '../sql.ts';

export interface BrandLogo {
  /** Hex; also its public address. */
  readonly sha256: string;
  readonly mediaType: LogoType;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface StoredBrand extends Brand {
  readonly accountId: string;
  readonly version: number;
  readonly logo: BrandLogo | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** The brands in force of these accounts; those that never set one are left out. */
export async function brandsOf(sql: Sql, accountIds: readonly string[]): Promise<StoredBrand[]> {
  return sql.rows(
    `SELECT DISTINCT ON (b.account_id) b.account_id AS "accountId", b.version, b.display_name AS "displayName", b.light, b.dark,
       b.logo_alt AS "logoAlt", b.imprint, b.texts, b.created_at AS "createdAt", b.created_by AS "createdBy",
       CASE WHEN i.sha256 IS NOT NULL THEN jsonb_build_object('sha256', encode(i.sha256, 'hex'),
         'mediaType', i.media_type, 'width', i.width, 'height', i.height) END AS logo
     FROM account_brand b LEFT JOIN brand_image i ON i.account_id = b.account_id AND i.sha256 = b.logo_sha256
     WHERE b.account_id = ANY ($1::uuid[]) ORDER BY b.account_id, b.version DESC`,
    [accountIds],
  );
}

/** A logo's bytes by its hash (hex), whoever's it is: it is public. Null where nobody uploaded such a picture. */
export async function findBrandImage(
  sql: Sql,
  sha256: string,
): Promise<{ readonly mediaType: LogoType; readonly content: Buffer } | null> {
  const [row] = await sql.rows<{ mediaType: LogoType; content: Buffer }>(
    `SELECT media_type AS "mediaType", content FROM brand_image WHERE sha256 = decode($1, 'hex') LIMIT 1`,
    [sha256],
  );
  return row ?? null;
}
