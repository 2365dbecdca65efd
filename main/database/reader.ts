/** A value of a query's parameter list. */
export type Parameter = string | number | null

/** Reads rows; column aliases in the SQL give the property names. */
export interface Reader {
  query<Row>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>
}
