/** How a mail came: what its own text can not say, kept with it. */
export interface MailEnvelope {
  /** Of SMTP's MAIL FROM; '' where it was nobody's (bounces, reports), null where it came another way. */
  readonly from: string | null;
  /** IP address of who handed it over. */
  readonly origin: string | null;
  /**
   * That a mail server of ours brought it: and said from whom (XFORWARD), or did not, so that `origin` is its own. Not given: it
   * came from elsewhere.
   */
  readonly relay?: 'NAMES_ORIGIN' | 'NAMES_NOBODY';
  /** Who that counts as where limits are kept (of IPv6 a /64); null where a server of ours says for nobody. Not given: as null. */
  readonly client?: string | null;
  /** As they called themselves. */
  readonly helo: string | null;
  /** Kept headers and a hash of these and the body. */
  readonly evidence: {
    readonly headers: Readonly<Record<string, string | undefined>>;
    /** Hex. */
    readonly sha256: string;
  };
}
