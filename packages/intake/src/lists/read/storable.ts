/** Whether PostgreSQL can keep a text: it takes neither U+0000 nor half of a pair, which JSON can say. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
