import type { OutboundFaultCode } from '@adieu/domain';

/** No answer. `code` of Node, OpenSSL or undici; never a message, as those may hold addresses. */
export interface OutboundFault {
  readonly fault: OutboundFaultCode;
  readonly code: string;
}

/** Thrown by the guard while it connects, and so found as it is or as the cause of another error. */
export class NotAllowed extends Error {
  readonly fault: 'PRIVATE_ADDRESS' | 'HTTPS_NEEDED';

  constructor(fault: 'PRIVATE_ADDRESS' | 'HTTPS_NEEDED') {
    super(fault);
    this.fault = fault;
  }
}

const BY_CODE: readonly (readonly [RegExp, OutboundFaultCode])[] = [
  [/^(ENOTFOUND|EAI_NODATA|EAI_NONAME|EAI_FAIL|ENODATA)$/, 'NO_SUCH_HOST'],
  [/TIMEOUT|^ETIMEDOUT$|^EAI_AGAIN$/, 'TIMEOUT'],
  [/CERT|SELF_SIGNED|^UNABLE_TO_|^ERR_TLS_|^ERR_SSL_|^EPROTO$|^HOSTNAME_MISMATCH$/, 'CERTIFICATE'],
  [/^HPE_|^UND_ERR_(HEADERS_OVERFLOW|RES|INFO|BODY)|^UND_ERR_PRX/, 'BROKEN_ANSWER'],
  [/^UND_ERR_(INVALID_ARG|NOT_SUPPORTED|REQ_)|^ERR_INVALID_/, 'REFUSED_REQUEST'],
];

export function faultOf(error: unknown): OutboundFault {
  if (error instanceof NotAllowed) return { fault: error.fault, code: error.fault };
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'TimeoutError') return { fault: 'TIMEOUT', code: 'ETIMEDOUT' };
  if (name === 'HTTPParserError' && code === undefined)
    return { fault: 'BROKEN_ANSWER', code: 'HPE_NO_HTTP' };
  const known = typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'ENOANSWER';
  const fault = BY_CODE.find(([form]) => form.test(known))?.[1] ?? 'NO_CONNECTION';
  return { fault, code: known };
}
