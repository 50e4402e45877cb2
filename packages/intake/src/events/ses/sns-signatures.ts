import SnsPayloadValidator from 'sns-payload-validator';
import { type Said, textOf } from '../read/said.ts';

const MOST_CERTIFICATES = 20;
const FETCHES_A_MINUTE = 10;
const FETCH_MS = 8_000;
const CERTIFICATE_URL =
  /^https:\/\/sns\.([a-z0-9-]{3,30})\.amazonaws\.com(\.cn)?\/SimpleNotificationService-[a-zA-Z0-9]{32}\.pem$/;

/**
 * Whether messages of SNS are signed by it, with a certificate of the region of their topic. What is not in the cache is fetched, from
 * Amazon alone: seldom, as anybody can name one that is not there, and one at a time.
 */
export class SnsSignatures {
  readonly #validator = new SnsPayloadValidator({ maxCerts: MOST_CERTIFICATES });
  readonly #fetching = new Map<string, Promise<unknown>>();
  #fetches: number[] = [];

  /** `later`: the certificate can not be had now. */
  async judge(message: Said): Promise<'genuine' | 'forged' | 'later'> {
    const url = textOf(message, 'SigningCertURL');
    const region = (textOf(message, 'TopicArn') ?? '').split(':')[3];
    if (url === null || CERTIFICATE_URL.exec(url)?.[1] !== region) return 'forged';
    // Nothing that was not signed can be taken for what was.
    if (!SIGNED.every((name) => ['string', 'undefined'].includes(typeof message[name])))
      return 'forged';
    if (!/^[12]$/.test(textOf(message, 'SignatureVersion') ?? '')) return 'forged';
    if (this.#known(url) !== undefined) return this.#validate(message, url);
    const before = this.#fetching.get(url);
    if (before !== undefined) {
      await before;
      return this.#known(url) === undefined ? 'later' : this.#validate(message, url);
    }
    if (!this.#mayFetch()) return 'later';
    const judged = this.#validate(message, url);
    this.#fetching.set(url, judged);
    try {
      return await judged;
    } finally {
      this.#fetching.delete(url);
    }
  }

  async #validate(message: Said, url: string): Promise<'genuine' | 'forged' | 'later'> {
    const payload = message as unknown as SnsPayloadValidator.SnsPayload;
    const isSigned = await Promise.race([
      this.#validator.validate(payload).then(
        () => true,
        () => false,
      ),
      wait(FETCH_MS),
    ]);
    if (isSigned === true) return 'genuine';
    // The library keeps whatever was answered, error pages too: with one of those all that comes would be forged for ever.
    if (this.#known(url)?.startsWith('-----BEGIN CERTIFICATE-----')) return 'forged';
    this.#cache.delete(url);
    return 'later';
  }

  #known(url: string): string | undefined {
    return this.#cache.get(url);
  }

  get #cache(): Cache {
    return (this.#validator as unknown as { readonly certCache: Cache }).certCache;
  }

  #mayFetch(): boolean {
    const now = performance.now();
    this.#fetches = this.#fetches.filter((at) => at > now - 60_000);
    if (this.#fetches.length >= FETCHES_A_MINUTE) return false;
    this.#fetches.push(now);
    return true;
  }
}

interface Cache {
  get(url: string): string | undefined;
  delete(url: string): unknown;
}

const SIGNED = [
  'Message',
  'MessageId',
  'Subject',
  'SubscribeURL',
  'SubscribeUrl',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
  'Signature',
  'SignatureVersion',
  'SigningCertUrl',
];

function wait(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms).unref();
  });
}
