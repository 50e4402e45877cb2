import { LIST_REFUSALS, type ListRefusalCode } from '@adieu/domain';

/** Why a file is no list, in words. */
export interface ListRefused {
  readonly refused: ListRefusalCode;
  readonly message: string;
  readonly remedy: string;
}

export function refuseList(refused: ListRefusalCode): ListRefused {
  return { refused, ...LIST_REFUSALS[refused] };
}

/** Thrown within the readers where a file turns out to be none; told as an outcome by who calls them. */
export class NoList extends Error {
  override readonly name = 'NoList';
  readonly code: ListRefusalCode;

  constructor(code: ListRefusalCode) {
    super(LIST_REFUSALS[code].message);
    this.code = code;
  }
}
