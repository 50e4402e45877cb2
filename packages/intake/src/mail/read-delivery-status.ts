export interface DeliveryStatus {
  /** Enhanced status code (RFC 3463) of the recipient that failed; null where the report has none. */
  readonly status: string | null;
}

const PART = /^content-type:\s*message\/(?:global-)?delivery-status/im;
const BOUNDARY = /^--\S/m;

/**
 * What a delivery status notification (RFC 3464) says that failed for good; null where none did (delayed, delivered,
 * relayed), and for every other mail: automatic answers go to return paths as well. Reads no address.
 */
export function readDeliveryStatus(body: string): DeliveryStatus | null {
  const part = PART.exec(body);
  if (part === null) return null;
  const after = body.slice(part.index);
  // The part's own header ends with the first empty line; groups of fields follow, the first about the whole message.
  const start = after.search(/\r?\n\r?\n/);
  if (start < 0) return null;
  const content = after.slice(start);
  const end = content.search(BOUNDARY);
  const groups = content.slice(0, end < 0 ? undefined : end).split(/(?:\r?\n){2,}/);
  const failed = groups.find((group) => /^action:\s*failed\b/im.test(group));
  if (failed === undefined) return null;
  return { status: /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(failed)?.[1] ?? null };
}
