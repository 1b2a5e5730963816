/** The cookie that keeps what was searched for: a name has no place in an address, where logs and histories keep it. */
export const SEARCH_COOKIE = "desk-search";

export const LONGEST_SEARCH = 100;
