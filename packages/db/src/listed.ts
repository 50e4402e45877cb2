/** One page of a list. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly hasNext: boolean;
}

/** The page of `first` rows, of a query that asked for one more: whether there is a next page costs no second query. */
export function listedOf<Row>(rows: readonly Row[], first: number): Listed<Row> {
  return { rows: rows.slice(0, first), hasNext: rows.length > first };
}
