import { DOCUMENT_VERSION, proofDocument } from '@adieu/messages';
import { createHash } from 'node:crypto';
import type { DoubleOptInProof } from './double-opt-in-proof.entity.ts';

export interface PrintedProof {
  readonly html: string;
  /** Hex, of the UTF-8 of `html`. */
  readonly sha256: string;
  /** Hex, as it was stored at confirmation; null for proofs from before hashes were kept. */
  readonly storedSha256: string | null;
  /** False where the stored row is no longer what was confirmed; null where there is nothing to compare with. */
  readonly matches: boolean | null;
}

/** A proof as a page to print, beside the hash that was kept of it at confirmation (D-3). */
export function printProof(proof: DoubleOptInProof): PrintedProof {
  if ((proof.documentVersion ?? DOCUMENT_VERSION) !== DOCUMENT_VERSION)
    throw new Error(`nobody knows how to print proofs of version ${proof.documentVersion}`);
  const html = proofDocument({
    ...proof,
    organisationName: proof.organisationName ?? null,
    accountName: proof.accountName ?? null,
    formUrl: proof.formUrl ?? null,
    exchange: proof.exchange ?? null,
    requestedOrigin: proof.requestedOrigin ?? null,
    requestedUserAgent: proof.requestedUserAgent ?? null,
    confirmedOrigin: proof.confirmedOrigin ?? null,
    confirmedUserAgent: proof.confirmedUserAgent ?? null,
  });
  const sha256 = createHash('sha256').update(html).digest('hex');
  const storedSha256 = proof.documentSha256
    ? Buffer.from(proof.documentSha256).toString('hex')
    : null;
  return {
    html,
    sha256,
    storedSha256,
    matches: storedSha256 === null ? null : storedSha256 === sha256,
  };
}
