import { createHash } from 'node:crypto';
import {
  type Brand,
  type BrandRefusal,
  type LogoRefusal,
  readLogo,
  refuseBrand,
} from '@adieu/domain';
import { lockAccount } from '../organisation/accounts.ts';
import type { Sql } from '../sql.ts';

/** A picture that comes along, or the hash (hex) of one that this account uploaded before. */
export type ChosenLogo = { readonly content: Buffer } | { readonly sha256: string };

type SetBrand =
  | { readonly refused: null; readonly version: number }
  | BrandRefusal
  | { readonly refused: LogoRefusal; readonly field: 'logo.content' }
  | { readonly refused: 'no-such-logo' | 'not-found' };

/** Adds a version of an account's brand, the whole of it, and keeps its logo by its hash. */
export async function setBrand(
  sql: Sql,
  input: {
    readonly organisationId: string;
    readonly accountId: string;
    readonly brand: Omit<Brand, 'logoAlt'>;
    readonly logo: (ChosenLogo & { readonly alt: string }) | null;
    readonly by: string;
    readonly now: Date;
  },
): Promise<SetBrand> {
  const { organisationId, accountId, logo, by, now } = input;
  const brand: Brand = { ...input.brand, logoAlt: logo?.alt ?? null };
  const refused = refuseBrand(brand);
  if (refused !== null) return refused;
  if (!(await lockAccount(sql, organisationId, accountId))) return { refused: 'not-found' };
  const kept = logo === null ? null : await keepLogo(sql, { accountId, logo, by, now });
  if (kept !== null && 'refused' in kept) return kept;
  const [row] = await sql.rows<{ version: number }>(
    `INSERT INTO account_brand (account_id, version, display_name, light, dark, logo_sha256, logo_alt, imprint, texts,
       created_at, created_by)
     SELECT $1::uuid, 1 + coalesce(max(version), 0), $2, $3, $4, $5, $6, $7, $8, $9, $10
     FROM account_brand WHERE account_id = $1::uuid
     RETURNING version`,
    [
      accountId,
      brand.displayName,
      brand.light,
      brand.dark,
      kept?.sha256 ?? null,
      brand.logoAlt,
      brand.imprint,
      brand.texts,
      now,
      by,
    ],
  );
  return { refused: null, version: row!.version };
}

async function keepLogo(
  sql: Sql,
  { accountId, logo, by, now }: { accountId: string; logo: ChosenLogo; by: string; now: Date },
): Promise<
  | { readonly sha256: Buffer }
  | { readonly refused: LogoRefusal; readonly field: 'logo.content' }
  | { readonly refused: 'no-such-logo' }
> {
  if ('sha256' in logo) {
    const sha256 = Buffer.from(logo.sha256, 'hex');
    const rows = await sql.rows('SELECT 1 FROM brand_image WHERE account_id = $1 AND sha256 = $2', [
      accountId,
      sha256,
    ]);
    return rows.length > 0 ? { sha256 } : { refused: 'no-such-logo' };
  }
  const image = readLogo(logo.content);
  if ('refused' in image) return { ...image, field: 'logo.content' };
  const sha256 = createHash('sha256').update(logo.content).digest();
  await sql.rows(
    `INSERT INTO brand_image (account_id, sha256, media_type, width, height, content, uploaded_at, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [accountId, sha256, image.mediaType, image.width, image.height, logo.content, now, by],
  );
  return { sha256 };
}
