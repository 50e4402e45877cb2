import {
  bounceLocalPart,
  createKeyRing,
  feedbackId,
  formShownAt,
  type KeyRing,
  mailtoLocalPart,
  messageOfBounce,
  messageOfFeedback,
  messageOfReply,
  replyLocalPart,
  signFormShown,
  signMessageLink,
  signWebLink,
  tokenOfMailto,
  verifyMessageLink,
  verifyWebLink,
} from '@adieu/keys';

/** A kind of token that says by itself what it opens: no row is asked. */
interface Signed {
  sign(ring: KeyRing, id: string): string;
  /** What it opens; null where it is none. */
  verify(ring: KeyRing, text: string): string | null;
  /** Mail servers may change the case of what stands in an address, and put blanks around a header's value. */
  readonly looseForm?: true;
}

const AT = new Date('2026-05-04T08:00:00.000Z');

export const SIGNED = {
  link: { sign: signMessageLink, verify: verifyMessageLink },
  web: { sign: signWebLink, verify: verifyWebLink },
  mailto: {
    sign: (ring, id) => mailtoLocalPart(signMessageLink(ring, id)),
    verify(ring, text) {
      const token = tokenOfMailto(text);
      return token === null ? null : verifyMessageLink(ring, token);
    },
    looseForm: true,
  },
  bounce: { sign: bounceLocalPart, verify: messageOfBounce, looseForm: true },
  reply: { sign: replyLocalPart, verify: messageOfReply, looseForm: true },
  feedback: { sign: feedbackId, verify: messageOfFeedback, looseForm: true },
  form: {
    sign: (ring, id) => signFormShown(ring, id, AT),
    verify: (ring, text) => (formShownAt(ring, ID, text) === null ? null : ID),
  },
} as const satisfies Readonly<Record<string, Signed>>;
export type SignedKind = keyof typeof SIGNED;
export const SIGNED_KINDS = Object.keys(SIGNED) as SignedKind[];

/** Of the message, or the form, that each of them opens. */
export const ID = '01900000-0000-7000-8000-000000000001';
const OTHER_ID = '01900000-0000-7000-8000-000000000002';

/** By whom a token is signed that is then changed: by us, for something else, or by somebody with a key of their own. */
export const SIGNERS = ['ours', 'theirs', 'of-another-id', 'of-an-older-key'] as const;
export type Signer = (typeof SIGNERS)[number];

const older = createKeyRing();
const ring: KeyRing = {
  ...older,
  links: [...older.links, { id: 2, secret: createKeyRing().links[0]!.secret }],
};
/** The same number of a key, and another secret. */
const theirs = createKeyRing();

export function signedBy(kind: SignedKind, by: Signer): string {
  const { sign } = SIGNED[kind];
  if (by === 'theirs') return sign(theirs, ID);
  if (by === 'of-another-id') return sign(ring, OTHER_ID);
  return by === 'ours' ? sign(ring, ID) : sign(older, ID);
}

/** What is wrong with what a text opens that was made of a token. */
export function judgeSigned(
  kind: SignedKind,
  by: Signer,
  from: string,
  text: string,
): string | null {
  const signed: Signed = SIGNED[kind];
  const opens = signed.verify(ring, text);
  if (opens === null) return null;
  const form = (token: string): string => (signed.looseForm ? token.trim().toLowerCase() : token);
  if (by === 'theirs') return `what somebody else signed opens ${opens}`;
  return form(text) === form(from) ? null : `what nobody signed opens ${opens}`;
}
