const CHARACTERS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for HTML and SVG, also between double quotes. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => CHARACTERS[character]!);
}
