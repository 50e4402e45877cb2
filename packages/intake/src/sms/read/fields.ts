import type { SmsRequest } from '../sms-ingress.ts';
import { headerOf } from './header-of.ts';
import { percentBytesAsUtf8, singleBytesOf } from './percent-bytes.ts';
import type { Signed } from './signed.ts';

/** A request that can not be read: `why` goes into a log and quotes nothing of it. */
export class Unreadable extends Error {}

/** What a request holds, by the names of its fields; null where there is none. Throws Unreadable alone. */
export interface Fields {
  text(name: string): string | null;
  /** A path into a JSON body (`message.body`); the same as `text` elsewhere. */
  value(name: string): unknown;
  /** Of the URL alone, which we made. */
  query(name: string): string | null;
}

const LONGEST = 256 * 1024;

/** Reads query and body, whatever of form and JSON the body is; of a signed body alone, that. */
export function readFields(request: SmsRequest, signed: Signed = 'ALL'): Fields {
  const { rawBody, publicUrl } = request;
  if (rawBody.length > LONGEST) throw new Unreadable('the body is longer than any message');
  const encoding = singleBytesOf(request);
  const params = (text: string) => paramsOf(percentBytesAsUtf8(text, encoding));
  const query = params(new URL(publicUrl).search.slice(1));
  const ofQuery = (name: string): string | null => one(name, query.get(name) ?? []);
  const beside = signed === 'ALL' ? query : new Map<string, string[]>();
  if (isJson(request, signed)) return { ...jsonFields(beside, readJson(rawBody)), query: ofQuery };
  const form = params(readText(rawBody));
  const text = (name: string): string | null =>
    one(name, [...(beside.get(name) ?? []), ...(form.get(name) ?? [])]);
  return { text, value: text, query: ofQuery };
}

/** No form begins like JSON. The header that says so is not signed, and a text in JSON may hold what reads as a form. */
function isJson({ headers, rawBody }: SmsRequest, signed: Signed): boolean {
  if (signed === 'BODY' && /^\s*\{/.test(rawBody.toString('latin1', 0, 64))) return true;
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(headerOf(headers, 'content-type') ?? '');
}

/** Which of several is meant, and which one a signature is of, nobody could say. */
function one(name: string, [value = null, ...more]: readonly (string | null)[]): string | null {
  if (more.length > 0) throw new Unreadable(`${name} stands there twice`);
  return value;
}

function jsonFields(query: Map<string, string[]>, json: unknown): Omit<Fields, 'query'> {
  const value = (name: string): unknown => readPath(json, name) ?? one(name, query.get(name) ?? []);
  return {
    value,
    text(name) {
      const found = value(name);
      if (found === null || typeof found === 'string') return found;
      if (typeof found === 'number' || typeof found === 'boolean') return String(found);
      throw new Unreadable(`${name} is no text`);
    },
  };
}

function readPath(json: unknown, path: string): unknown {
  let value = json;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return null;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

function paramsOf(text: string): Map<string, string[]> {
  const params = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = params.get(name);
    // A body of one name, as often as there is room, must take no longer than another.
    if (values === undefined) params.set(name, [value]);
    else values.push(value);
  }
  return params;
}

function readJson(body: Buffer): unknown {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Unreadable('the body is no JSON in UTF-8');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Unreadable('the body is no JSON object');
  return json;
}

/** Bytes beyond ASCII stand percent-encoded in a form; some gateways send them as they are. */
function readText(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Unreadable('the body is not UTF-8');
  }
}
