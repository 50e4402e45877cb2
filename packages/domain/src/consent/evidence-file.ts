/** What may speak for a consent: documents, pictures of paper, mails. Nothing that runs. */
export const EVIDENCE_TYPES = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'message/rfc822',
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** 5 MiB. */
export const MOST_EVIDENCE_BYTES = 5 * 1024 * 1024;

export type EvidenceRefusal = 'empty' | 'too-large' | 'unknown-type' | 'not-of-its-type';

/** The first bytes of those types that have such. */
const MAGIC: Readonly<Partial<Record<EvidenceType, readonly number[]>>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** Null where a file may be kept. A text must not hold a zero byte: programs do. */
export function refuseEvidence(mediaType: string, content: Uint8Array): EvidenceRefusal | null {
  if (content.length === 0) return 'empty';
  if (content.length > MOST_EVIDENCE_BYTES) return 'too-large';
  const type = EVIDENCE_TYPES.find((known) => known === mediaType);
  if (type === undefined) return 'unknown-type';
  const magic = MAGIC[type];
  const fits = magic ? magic.every((byte, i) => content[i] === byte) : !content.includes(0);
  return fits ? null : 'not-of-its-type';
}
