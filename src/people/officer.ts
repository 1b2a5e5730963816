/** A member of a council's staff. Holds no password. */
export interface Officer {
  readonly council: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Ids of the council's roles and teams. */
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  /** The areas that they speak for as a councillor, districts of postcodes such as EM1; absent or empty for none. */
  readonly areas?: readonly string[];
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
