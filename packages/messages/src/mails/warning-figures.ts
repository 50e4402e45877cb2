/** What a warning says of a campaign: its names, and figures as the language writes them. */
export interface WarningFigures {
  readonly campaign: string;
  readonly account: string;
  /** A percentage, and the numbers that it is of. */
  readonly rate: string;
  readonly counted: string;
  readonly sent: string;
}
