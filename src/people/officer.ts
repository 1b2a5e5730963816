/** A member of a council's staff. Holds no password. */
export interface Officer {
  readonly council: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Ids of the council's roles and teams. */
  readonly roles: readonly string[];
  readonly teams: readonly string[];
}
