/** A member of a council's staff. Holds no password. */
export interface Officer {
  readonly council: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Ids of the council's roles and teams. */
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  /** Whom they cover today; absent for nobody. */
  readonly covering?: readonly Covered[];
}

/** An officer who is away, whose cases somebody covers. */
export interface Covered {
  readonly id: string;
  readonly name: string;
  /** Their last day away, YYYY-MM-DD. */
  readonly until: string;
}
