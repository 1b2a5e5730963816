const SHOWN = new Set(["image/jpeg", "image/png", "image/webp"]);

/** RFC 8187: everything but letters, digits and a few marks as percent-encoded UTF-8. */
function extended(name: string): string {
  return encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Whether a file is a picture of our own making, which may be shown in a page. */
export function isShown({ type }: { readonly type: string }): boolean {
  return SHOWN.has(type);
}

/**
 * The headers to send a kept file with. Our own remade pictures may be shown in a page; everything else is only ever saved.
 * Nothing in it can run: no sniffing, and a sandbox without rights should it be opened after all.
 */
export function contentHeaders(file: { readonly name: string; readonly type: string }): Readonly<Record<string, string>> {
  const shown = isShown(file);
  const ascii = file.name.replace(/[^\w .-]/g, "_");
  return {
    "content-type": file.type === "text/plain" ? "text/plain; charset=utf-8" : file.type,
    "content-disposition": `${shown ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${extended(file.name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
  };
}
