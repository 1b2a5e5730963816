import { sign, unsign } from "../seal.ts";

/** What a cookie's name, seal and flags follow from. */
export interface CookieJar {
  /** The council's secret. */
  readonly secret: Buffer;
  /** Whether the site is reached by https. */
  readonly secure: boolean;
}

export interface CookieLife {
  /** Gone at this instant; kept until the browser closes when absent. */
  readonly expires?: Date;
}

/** The name as the browser keeps it. `__Host-` makes it refuse the cookie from another host, another path or plain http. */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

function flags(secure: boolean, expires: string): string {
  return `; Path=/${expires}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/**
 * The `Set-Cookie` value that keeps `value`, sealed, so that a browser can hand back only what we gave it. The name is
 * part of the seal: one cookie's value is refused in another.
 */
export function setCookie(jar: CookieJar, name: string, value: string, life: CookieLife = {}): string {
  const sealed = sign(jar.secret, "cookie", `${name}=${value}`, life.expires);
  const expires = life.expires === undefined ? "" : `; Expires=${life.expires.toUTCString()}`;
  return `${cookieName(name, jar.secure)}=${sealed}${flags(jar.secure, expires)}`;
}

/** The `Set-Cookie` value that removes the cookie. */
export function dropCookie(jar: CookieJar, name: string): string {
  return `${cookieName(name, jar.secure)}=${flags(jar.secure, "; Expires=Thu, 01 Jan 1970 00:00:00 GMT")}`;
}

/** A cookie's value out of the request's `Cookie` header; undefined when it is absent, was changed or has expired. */
export function readCookie(jar: CookieJar, name: string, header: string | undefined, now: Date): string | undefined {
  const wanted = `${cookieName(name, jar.secure)}=`;
  for (const part of (header ?? "").split(";")) {
    const pair = part.trim();
    if (!pair.startsWith(wanted)) continue;
    const value = unsign(jar.secret, "cookie", pair.slice(wanted.length), now);
    // Another application on the host may set a cookie of the same name; ours is the one whose seal holds.
    if (value?.startsWith(`${name}=`)) return value.slice(name.length + 1);
  }
  return undefined;
}
