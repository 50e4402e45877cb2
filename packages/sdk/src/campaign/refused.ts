import { CampaignRefused } from '../errors.ts';

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly problems?: readonly {
    readonly language: string;
    readonly part: string;
    readonly line?: number | null;
    readonly message: string;
  }[];
}

/** What Adieu said no to, with what is wrong in its texts, line by line. */
export function refused(name: string, { code, message, problems = [] }: Refusal): CampaignRefused {
  return new CampaignRefused(
    code,
    `${name}: ${message}`,
    problems.map(({ language, part, line, message: wrong }) => ({
      level: 'ERROR',
      code: 'TEXT_REFUSED',
      language,
      place: { part, line: line ?? null },
      message: wrong,
      fix: '',
      accepted: null,
    })),
  );
}
