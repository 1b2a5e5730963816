/** A file that came with an email and was not kept. */
export interface RefusedFile {
  readonly name: string;
  /** In plain words. */
  readonly why: string;
}

/** The person wrote, by whatever way. */
export interface RepliedHappening {
  readonly kind: "replied";
  readonly data: {
    readonly files: readonly string[];
    /** It came by email from an address that is not the person's. */
    readonly another?: true;
    readonly said?: string;
  };
  readonly personal: {
    readonly text: string;
    readonly original?: string;
    readonly from?: string;
    readonly refused?: readonly RefusedFile[];
  };
}
