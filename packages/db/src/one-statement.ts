import type pg from 'pg';

/** What pg reads and its types do not name. */
interface Extended extends pg.QueryConfig {
  readonly queryMode: 'extended';
}

/**
 * Sends a text by the extended protocol, which takes one statement: without values pg would use the simple one, which takes
 * as many as stand in the text (decision 048).
 */
export function oneStatement(config: pg.QueryConfig): pg.QueryConfig {
  const extended: Extended = { ...config, queryMode: 'extended' };
  return extended;
}
