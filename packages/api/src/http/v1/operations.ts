import type { z } from 'zod';
import type { Row } from '../../graphql/access/area.ts';
import { ADD_OPT_OUTS, CHECK, SUPPRESSIONS } from '../access/routes.ts';
import {
  ChangeLine,
  ChangesEnd,
  ChangesQuery,
  ListEnd,
  ListQuery,
  SuppressionLine,
} from './list-schemas.ts';
import { CheckAnswer, CheckRequest, OptOutsAnswer, OptOutsRequest } from './schemas.ts';

/** What is read of a request, and what answers it: the one table of the routes and of openapi.json. */
export interface Operation {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly id: string;
  readonly row: Row;
  readonly summary: string;
  readonly description: string;
  /** Of the query of a GET, of the body of a POST. */
  readonly asked: z.ZodType;
  readonly answer: z.ZodType | { readonly line: z.ZodObject; readonly end: z.ZodObject };
  /** Besides those of all. */
  readonly refusals: Readonly<Record<number, string>>;
}

export const OPERATIONS = [
  {
    method: 'POST',
    url: '/v1/check',
    id: 'check',
    row: CHECK,
    summary: 'May these be contacted?',
    description:
      'Answers for each address, or for each key that came from here, by the same law that stands before every message. Ask right before you send: an answer is true for the moment it is given.',
    asked: CheckRequest,
    answer: CheckAnswer,
    refusals: { 404: 'No such account, book or topic, or they do not belong together.' },
  },
  {
    method: 'GET',
    url: '/v1/suppressions',
    id: 'suppressions',
    row: SUPPRESSIONS,
    summary: 'Everybody who left',
    description:
      'All opt-outs, and pauses while a wish is reviewed, page by page, in no particular order. Go on with `next` until it is null; then follow /v1/changes from `changes`.',
    asked: ListQuery,
    answer: { line: SuppressionLine, end: ListEnd },
    refusals: { 404: 'No such account.' },
  },
  {
    method: 'GET',
    url: '/v1/changes',
    id: 'changes',
    row: SUPPRESSIONS,
    summary: 'What changed since',
    description:
      'Each address whose opt-outs changed after the cursor, with all that stands for it now: put it in place of what you had. One that came back, or was erased, comes with what is left, which may be nothing.',
    asked: ChangesQuery,
    answer: { line: ChangeLine, end: ChangesEnd },
    refusals: {
      404: 'No such account.',
      410: 'The cursor is of another server, or of a time that was undone: read /v1/suppressions anew.',
    },
  },
  {
    method: 'POST',
    url: '/v1/opt-outs',
    id: 'addOptOuts',
    row: ADD_OPT_OUTS,
    summary: 'They told us to stop',
    description:
      'Wishes that your system was told. Each that is answered without a problem is in force. With an `Idempotency-Key` header a repeat does nothing and gets the same answer.',
    asked: OptOutsRequest,
    answer: OptOutsAnswer,
    refusals: {
      404: 'No such scope.',
      409: 'The book can not be left, or the Idempotency-Key was used with another body.',
    },
  },
] as const satisfies readonly Operation[];
