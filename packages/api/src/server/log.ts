import { loggableError } from '@adieu/keys';
import { type Logger, pino } from 'pino';

/** JSON lines to standard output. */
export function createLog(name: string, level: string): Logger {
  return pino({ name, level, serializers: { err: loggableError } });
}
