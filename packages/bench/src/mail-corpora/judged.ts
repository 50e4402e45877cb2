import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a corpus, what was expected of it and what was read. */
export interface Judged {
  readonly class: string;
  readonly name: string;
  readonly isRight: boolean;
  readonly expected: string;
  readonly got: string;
}

const CORPORA = join(import.meta.dirname, '../../../../../shared/corpora');

export function corpus(name: string): string {
  return join(CORPORA, name);
}

export const hasCorpora = [
  'bounces-and-arf',
  'arf-exact',
  'inbound-replies',
  'list-unsubscribe-vectors',
].every((name) => existsSync(corpus(name)));

export function readJson(...path: readonly string[]): unknown {
  return JSON.parse(readFileSync(join(CORPORA, ...path), 'utf8'));
}

export function judged(kind: string, name: string, expected: unknown, got: unknown): Judged {
  const [want, have] = [JSON.stringify(expected), JSON.stringify(got)];
  return { class: kind, name, isRight: want === have, expected: want, got: have };
}
