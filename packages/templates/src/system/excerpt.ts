/** Characters of a text where the whole can be read behind a link, and where it can not. */
const LENGTHS = { withLink: 280, withoutLink: 1_200 };

/**
 * The beginning of a mail's text part, in paragraphs of lines, without the lines that hold its own way out: the mail that
 * tells of it has one for all. Cut between words.
 */
export function excerpt(
  text: string,
  { unsubscribeUrl, hasLink }: { unsubscribeUrl: string; hasLink: boolean },
): string[][] {
  let room = hasLink ? LENGTHS.withLink : LENGTHS.withoutLink;
  const paragraphs: string[][] = [];
  const lines = text.split(/\r?\n/).filter((line) => !line.includes(unsubscribeUrl));
  for (const block of lines.join('\n').split(/\n\s*\n/)) {
    const kept: string[] = [];
    for (const line of block.split('\n').map((each) => each.trim())) {
      if (line === '') continue;
      kept.push(cut(line, room));
      room -= line.length;
      if (room <= 0) break;
    }
    if (kept.length > 0) paragraphs.push(kept);
    if (room <= 0) break;
  }
  return paragraphs;
}

function cut(line: string, most: number): string {
  if (line.length <= most) return line;
  const whole = line.slice(0, most).replace(/\s+\S*$/, '');
  return `${whole} …`;
}
