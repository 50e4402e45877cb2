import type { ReadSetting } from './setting-step.ts';

/** Names by which mail servers of ours sign what they find of a mail (authserv-id, RFC 8601 2.5), in lower case. */
export function readAuthservIds(text: string): ReadSetting<readonly string[]> {
  const names = text
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return names.every((each) => /^[\w.-]+$/.test(each))
    ? { value: names }
    : { problem: 'names like mx.example.com with commas between them' };
}
