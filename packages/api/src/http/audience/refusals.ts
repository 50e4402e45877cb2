import type { ExportRefusal } from '@adieu/db';
import { UNFILTERED_REFUSALS } from '@adieu/domain';
import type { ProblemCode } from '../../graphql/shared/problems.ts';

/** A refusal of a route outside GraphQL, in the words of its Problem. */
export interface Refused {
  readonly status: number;
  readonly code: ProblemCode;
  readonly message: string;
  readonly field: string | null;
}

/** What is answered where an export may not be made. */
export const EXPORT_REFUSALS: Readonly<Record<ExportRefusal, Refused>> = {
  'not-found': {
    status: 404,
    code: 'NOT_FOUND',
    message: 'There is no such address book.',
    field: 'bookId',
  },
  'topic-not-found': {
    status: 404,
    code: 'NOT_FOUND',
    message: 'There is no such topic.',
    field: 'topic',
  },
  'purpose-too-mild': {
    status: 403,
    code: 'PURPOSE_TOO_MILD',
    message: 'A book may be judged as strictly as its own purpose asks, or more strictly.',
    field: 'purpose',
  },
  'marketing-stays-filtered': {
    status: 403,
    code: 'MARKETING_STAYS_FILTERED',
    message: UNFILTERED_REFUSALS['marketing-stays-filtered'],
    field: 'unfiltered',
  },
  'not-chosen': {
    status: 403,
    code: 'NOT_CHOSEN',
    message:
      'An admin has to choose this book for this purpose first (allowUnfilteredExport), or that has ended.',
    field: 'unfiltered',
  },
};
