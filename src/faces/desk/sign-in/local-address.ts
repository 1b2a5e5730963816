const DESK = /^\/desk(?:[/?][\w\-./?=&%~+,:]*)?$/;

/** Where to go after signing in: only an address of the desk; the worklist for anything else. */
export function localAddress(wanted: string): string {
  // Another site's page could name any address; one with two slashes would lead away from ours.
  return DESK.test(wanted) && !wanted.includes("//") && !wanted.startsWith("/desk/sign-") ? wanted : "/desk";
}
