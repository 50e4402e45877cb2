#!/usr/bin/env node
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const HELP = `Checks an export of Adieu's ledger, offline, with Node alone.

  node verify.mjs export.json [--head <sealHash>]

Each event: its leaf leads by its path to the Merkle root of its seal (RFC 6962); a reason fits its salted hash.
Each seal: its hash is that of its fields, and it names the hash of the seal before. A document: its hash is in a sealed event.
--head: the hash of the last seal, as you know it from elsewhere. Exit code: 0 whole, 1 not proven. See docs/consent.md.`;

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (text) => Buffer.from(text ?? '', 'hex');

/** The root that a leaf's text and path lead to (RFC 9162 §2.1.3.2). */
function rootOf(leaf, { index, path }, count) {
  let [at, last] = [index, count - 1];
  let root = sha256(Buffer.of(0), leaf);
  for (const sibling of path.map(hex)) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      root = sha256(Buffer.of(1), sibling, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else root = sha256(Buffer.of(1), root, sibling);
    [at, last] = [at >> 1, last >> 1];
  }
  return last === 0 ? root.toString('hex') : null;
}

/** Canonical JSON (RFC 8785) of a seal's fields. */
const canonical = (value) => {
  if (typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `"${key}":${canonical(value[key])}`).join(',')}}`;
};
const sealText = ({ sealHash: _own, ...fields }) => canonical({ ...fields, v: 1 });

function* problems({ format, events, seals, document }, head) {
  if (format !== 'adieu-ledger-export/1') return yield `unknown format ${format}`;
  if (events.length === 0) yield 'there are no events in it';
  const bySequence = new Map(seals.map((seal) => [seal.sequence, seal]));
  for (const { leaf, reason, reasonSalt, proof } of events) {
    const { id, type, reasonHash } = JSON.parse(leaf);
    const seal = bySequence.get(proof?.sequence);
    if (!proof) yield `event ${id} (${type}) is not sealed yet: export again later`;
    else if (!seal) yield `event ${id} (${type}): its seal ${proof.sequence} is not in the file`;
    else if (rootOf(leaf, proof, seal.count) !== seal.merkleRoot)
      yield `event ${id} (${type}) is not what was sealed in ${seal.sequence}`;
    if (reason !== null && sha256(hex(reasonSalt), reason).toString('hex') !== reasonHash)
      yield `event ${id} (${type}): the reason is not the one that was given`;
  }
  for (const [i, seal] of seals.entries()) {
    const before = seals[i - 1];
    if (sha256(sealText(seal)).toString('hex') !== seal.sealHash)
      yield `seal ${seal.sequence} is not what its hash says`;
    if (before && (seal.sequence !== before.sequence + 1 || seal.previousHash !== before.sealHash))
      yield `seal ${seal.sequence} does not follow seal ${before.sequence}`;
    if (seal.sequence === 1 && seal.previousHash !== '0'.repeat(64))
      yield 'seal 1 is not the first';
  }
  if (head && seals.at(-1)?.sealHash !== head) yield `the last seal is not ${head}`;
  const hash = document && sha256(document.html).toString('hex');
  if (document && !events.some(({ leaf }) => JSON.parse(leaf).detail?.documentSha256 === hash))
    yield 'the document is not the one whose hash was sealed';
}

const [file, option, head] = process.argv.slice(2);
if (!file || file === '--help' || (option && option !== '--head')) {
  console.log(HELP);
  process.exit(file === '--help' ? 0 : 2);
}
const found = JSON.parse(readFileSync(file, 'utf8'));
const wrong = [...problems(found, head)];
for (const line of wrong) console.error(line);
console.log(
  `${found.events?.length} events, ${found.seals?.length} seals: ${wrong.length === 0 ? 'whole' : 'NOT PROVEN'}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
