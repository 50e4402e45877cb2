const LONGEST = 320;

/** `rfc822; <anna@example.test>`, `utf-8; \x{E5}sa@example.test` (RFC 6533 §3): the address alone, null where there is none. */
export function reportedAddress(value: string): string | null {
  const semicolon = value.indexOf(';');
  const type = value.slice(0, Math.max(semicolon, 0)).trim().toLowerCase();
  const [word = ''] = value
    .slice(semicolon + 1)
    .trim()
    .split(/[\s(]/, 1);
  const bare = word.replace(/^<+/, '').replace(/>+$/, '');
  const address = type === 'utf-8' ? unescaped(bare) : bare;
  return address.includes('@') && address.length <= LONGEST ? address : null;
}

function unescaped(text: string): string {
  return text.replace(/\\x\{([0-9a-f]{1,6})\}/gi, (all, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code > 0x20 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all;
  });
}
