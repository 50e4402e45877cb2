/** One part of a host name (RFC 1123 2.1), as a pattern. */
export const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
