/** How loud a line is; the colour follows it. */
export type Loudness = 'quiet' | 'normal' | 'warning' | 'error';

export interface ReadableLine {
  readonly text: string;
  readonly loudness: Loudness;
}

const WARNING = 40;
const ERROR = 50;
const NORMAL = 30;
/** Of every line of pino, and told by the prefix or not worth a word. */
const LEFT_OUT = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'err', 'v']);

/** A line of a child's output for reading: pino's JSON becomes `message key=value`, anything else stays as it is. */
export function readableLine(line: string): ReadableLine {
  const entry = parsePino(line);
  if (entry === null) return { text: line, loudness: 'normal' };
  const level = Number(entry['level']);
  const fields = Object.entries(entry)
    .filter(([key, value]) => !LEFT_OUT.has(key) && value !== undefined)
    .map(([key, value]) => `${key}=${readableValue(value)}`);
  const text = [entry['msg'], ...fields, ...errorText(entry['err'], level)]
    .filter(Boolean)
    .join(' ');
  return {
    text,
    loudness:
      level >= ERROR
        ? 'error'
        : level >= WARNING
          ? 'warning'
          : level >= NORMAL
            ? 'normal'
            : 'quiet',
  };
}

function parsePino(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{"level":')) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return null;
  }
}

function readableValue(value: unknown): string {
  if (typeof value === 'string')
    return /^[\w.,:/@+-]+$/.test(value) ? value : JSON.stringify(value);
  return JSON.stringify(value);
}

/** pino's form of an error: the message in the line, the stack beneath it where something is really broken. */
function errorText(error: unknown, level: number): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { type, message, stack } = error as { type?: string; message?: string; stack?: string };
  const short = `error=${readableValue(`${type ?? 'Error'}: ${message ?? ''}`)}`;
  return level >= ERROR && stack !== undefined ? [short, `\n${stack}`] : [short];
}
