/** One header field: its name in lower case, its value unfolded. */
export type Field = readonly [name: string, value: string];

export interface FieldLimits {
  readonly most: number;
  readonly longest: number;
}

const LIMITS: FieldLimits = { most: 2_000, longest: 8_192 };
const NAME = /^[\x21-\x39\x3b-\x7e]+$/;

/**
 * Groups of fields as RFC 822 writes them: headers, delivery status, feedback. An empty line ends a group; lines that begin
 * with a blank belong to the field before; whatever is no field is passed over. One pass, bounded: it reads what strangers wrote.
 */
export function readFieldGroups(text: string, limits: FieldLimits = LIMITS): Field[][] {
  const groups: Field[][] = [];
  let group: Field[] = [];
  let field: { name: string; value: string } | null = null;
  let left = limits.most;
  const endField = (): void => {
    if (field !== null && left-- > 0) group.push([field.name, field.value.trim()]);
    field = null;
  };
  for (const line of linesOf(text)) {
    if (left <= 0) break;
    if (line.trim() === '') {
      endField();
      if (group.length > 0) groups.push(group);
      group = [];
      continue;
    }
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (field !== null && field.value.length < limits.longest)
        field.value += ` ${line.trim()}`.slice(0, limits.longest);
      continue;
    }
    endField();
    const colon = line.indexOf(':');
    const name = colon < 0 ? '' : line.slice(0, colon).trimEnd();
    if (name.length < 100 && NAME.test(name))
      field = {
        name: name.toLowerCase(),
        value: line.slice(colon + 1, colon + 1 + limits.longest),
      };
  }
  endField();
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Of the first group: the headers of a mail. */
export function readHeader(text: string): Field[] {
  return readFieldGroups(text)[0] ?? [];
}

export function valuesOf(fields: readonly Field[], name: string): string[] {
  return fields.flatMap(([each, value]) => (each === name ? [value] : []));
}

export function valueOf(fields: readonly Field[], name: string): string | null {
  return valuesOf(fields, name)[0] ?? null;
}

/** CRLF, LF and a lone CR end a line. */
function* linesOf(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = nextEnd(text, start);
    yield text.slice(start, end);
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

function nextEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
