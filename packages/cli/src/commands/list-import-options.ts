import { LIST_FIELDS } from '@adieu/domain';
import type { ListOverrule, SaidColumn } from '@adieu/intake';
import { Failure } from '../failure.ts';

export interface ListImportOptions {
  readonly data: string;
  readonly organisation?: string;
  readonly account?: string;
  readonly book?: string;
  readonly topic?: string;
  readonly everything?: boolean;
  readonly column: readonly string[];
  readonly encoding?: string;
  readonly separator?: string;
  readonly sheet?: string;
  readonly path?: string;
  readonly header: boolean;
  readonly rejected?: string;
  readonly by: string;
  readonly yes: boolean;
  readonly count: boolean;
}

/** What its bringer knows better of the file than a look would tell. */
export function overruleOf({
  encoding,
  separator,
  sheet,
  path,
  header,
}: ListImportOptions): ListOverrule {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(separator !== undefined && { separator: separator === 'tab' ? '\t' : separator }),
    ...(sheet !== undefined && { sheet }),
    ...(path !== undefined && { path }),
    ...(!header && { header: false }),
  };
}

/** What they say columns are. */
export function columnsOf(options: readonly string[]): SaidColumn[] {
  return options.map((option) => {
    const at = option.lastIndexOf('=');
    const field = LIST_FIELDS.find((each) => each === option.slice(at + 1).toUpperCase());
    if (at < 1 || field === undefined || field.startsWith('CONSENT_'))
      throw new Failure(`--column takes NAME=FIELD, for example --column "E-Mail 2=email"`);
    return { column: option.slice(0, at), field };
  });
}
