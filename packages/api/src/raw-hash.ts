import { createHash } from 'node:crypto';
import { keepHeaders } from '@adieu/domain';

/** Hex SHA-256 of what came in: the kept ones of its headers, and its body, which must hold neither token nor address. */
export function rawHash(
  headers: Readonly<Record<string, string | null | undefined>>,
  body: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify(keepHeaders(headers)))
    .update('\n')
    .update(body)
    .digest('hex');
}
