/** An error as a person meets it. */
export interface ErrorEntry {
  /** The HTTP status. */
  readonly status: number;
  /** What happened, as a page's heading and a problem document's title. */
  readonly title: string;
  /** What to do now, in plain sentences. */
  readonly advice: string;
}

/** Every error that a page or the API may answer with, by its code. docs/reference/errors.md lists exactly these. */
export const ERRORS = {
  "page-not-found": {
    status: 404,
    title: "Page not found",
    advice: "If you typed the web address, check it is correct. If you pasted it, check you copied all of it.",
  },
  "council-not-found": { status: 404, title: "No council is here", advice: "Check that the first part of the web address is correct." },
  "service-not-found": { status: 404, title: "Service not found", advice: "Look for the service in the list on the front page." },
  "case-not-found": {
    status: 404,
    title: "We cannot find that case",
    advice: "Check the reference and the email address. Both must be the ones in the message we sent you.",
  },
  "person-not-found": {
    status: 404,
    title: "We cannot find that person",
    advice: "Look for them again. You can open only people whose cases your teams may see, and those added at the desk.",
  },
  "journey-not-found": {
    status: 404,
    title: "We cannot find your answers",
    advice: "They may have been sent already, or kept longer than we may keep them. Start the service again.",
  },
  "file-not-found": { status: 404, title: "File not found", advice: "Go back and open the file again. It may have been removed." },
  "method-not-allowed": {
    status: 405,
    title: "That cannot be done here",
    advice: "Go back to the page before and use its buttons and links.",
  },
  "not-understood": { status: 400, title: "We could not read what was sent", advice: "Go back, reload the page and send it again." },
  "not-utf8": { status: 400, title: "The text is in an encoding that we cannot read", advice: "Send it as UTF-8." },
  "too-many-fields": { status: 400, title: "Too many fields were sent", advice: "Send only the fields that the form or the API asks for." },
  "too-large": { status: 413, title: "What you sent is too large", advice: "Send less at once, or choose a smaller file." },
  "address-too-long": { status: 414, title: "The web address is too long", advice: "Go to the front page and start from there." },
  "type-not-supported": {
    status: 415,
    title: "That type of content is not supported",
    advice: "Send a form or JSON, and say so in Content-Type.",
  },
  "headers-too-large": {
    status: 431,
    title: "Your browser sent too many cookies",
    advice: "Delete the cookies of this site and try again.",
  },
  "too-slow": {
    status: 408,
    title: "Sending took too long",
    advice: "Check your connection and try again. Nothing that you sent before is lost.",
  },
  "form-not-ours": {
    status: 403,
    title: "We could not accept that form",
    advice: "It was opened in another browser, or before you signed in or out. Go back, reload the page and send it again.",
  },
  "other-site": { status: 403, title: "That form came from another website", advice: "Open this site yourself and do it from here." },
  "not-signed-in": { status: 401, title: "Sign in first", advice: "Sign in, then open the page again." },
  "not-permitted": {
    status: 403,
    title: "You do not have permission to do that",
    advice: "Ask your manager or administrator if you need it for your work.",
  },
  "sign-in-busy": { status: 503, title: "Many people are signing in", advice: "Wait a few seconds and try again." },
  "too-many-tries": { status: 429, title: "Too many tries", advice: "Wait a while and try again." },
  "link-used": { status: 410, title: "That link has been used", advice: "Each link works once. Ask for a new one." },
  "link-expired": { status: 410, title: "That link has expired", advice: "Ask for a new one and use it soon." },
  "confirm-link-over": {
    status: 410,
    title: "This link does not work any more",
    advice: "It has run out, we sent you a newer one, or the case is closed. Look for a newer email from us, or call us.",
  },
  "request-link-over": {
    status: 410,
    title: "This link does not work any more",
    advice: "It has run out, we sent you a newer one, or we no longer need it from you. Look for a newer email from us, or call us.",
  },
  "request-over": {
    status: 409,
    title: "This is not asked any more",
    advice: "It was answered, it was withdrawn or asked again, or the case is closed.",
  },
  "case-changed": { status: 409, title: "Someone else has changed the case", advice: "Read what they did, then decide again." },
  "action-not-open": {
    status: 409,
    title: "The case is no longer at that stage",
    advice: "Open the case again to see what can be done now.",
  },
  "not-answered": {
    status: 422,
    title: "Some answers are missing or wrong",
    advice: "Correct each answer that is named and send it again.",
  },
  "field-unknown": { status: 422, title: "A field is not one of the service's questions", advice: "Remove it, or check its spelling." },
  "no-case": {
    status: 422,
    title: "These answers do not lead to a case",
    advice: "Tell the person what the outcome says instead. Nothing was sent.",
  },
  "file-refused": {
    status: 422,
    title: "We cannot accept that file",
    advice: "Choose another file. The message beside it says which are accepted.",
  },
  "key-missing": { status: 401, title: "An API key is needed", advice: "Send it in the Authorization header: Bearer gh_..." },
  "key-wrong": {
    status: 401,
    title: "The API key is not right",
    advice: "Check the key. It may have been revoked, or belong to another council.",
  },
  "key-not-permitted": { status: 403, title: "The API key does not have that right", advice: "Ask the council for a key that has it." },
  "one-time-key-missing": {
    status: 400,
    title: "An idempotency key is needed",
    advice: "Send a new UUID in the Idempotency-Key header, and the same one again when you retry.",
  },
  "one-time-key-reused": {
    status: 422,
    title: "The idempotency key was used for something else",
    advice: "Send a new key with new content. Use an old key only to repeat the same call.",
  },
  "service-broken": {
    status: 503,
    title: "This service is not available",
    advice: "We are working to put it right. You can phone us or visit us instead.",
  },
  "service-withdrawn": {
    status: 503,
    title: "This service is withdrawn at the moment",
    advice: "You can phone us or visit us instead. Cases that were sent go on.",
  },
  busy: { status: 503, title: "The service is very busy", advice: "Wait a few seconds and try again. What you have entered is not lost." },
  "database-unavailable": {
    status: 503,
    title: "The service is not available at the moment",
    advice: "Wait a minute and try again. Anything that we gave you a reference for is safe.",
  },
  "files-unavailable": {
    status: 503,
    title: "We cannot take files at the moment",
    advice: "Try again in a few minutes. The answers that you gave before are safe.",
  },
  stopping: { status: 503, title: "The service is restarting", advice: "Wait a few seconds and try again." },
  fault: {
    status: 500,
    title: "There is a problem with the service",
    advice: "Try again later. If you do not have a reference yet, we may not have what you sent.",
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof ERRORS;

/** Errors that the people who run the installation meet, at start or on the command line, and what each means. They never reach a page. */
export const OPERATOR_ERRORS: Readonly<Record<string, string>> = {
  "already-running": "Another Guildhall runs on the same data folder.",
  "council-broken": "A council's folder has errors. Each is listed with its file, line and column.",
  "council-missing": "The folder of councils holds none, or the command names one that is not there.",
  "data-folder": "The data folder cannot be written to.",
  "database-encoding": "The database does not keep text as UTF-8.",
  "database-gone": "The embedded database was kept in a folder that is not there any more.",
  "database-newer": "A newer Guildhall has changed the database.",
  "database-no-place": "The user whom PostgreSQL runs as can reach no folder that could hold its files.",
  "database-not-made": "PostgreSQL could not make an empty database.",
  "database-not-started": "PostgreSQL did not start. Its last lines are shown.",
  "database-out-of-reach": "The user whom PostgreSQL runs as may not enter a folder on the way to the database.",
  "database-owner": "The database's files belong to another user.",
  "database-programs-missing": "The package with PostgreSQL's programs is not installed.",
  "database-refused":
    "The database refused the address, user or password in DATABASE_URL. People are answered with `database-unavailable`.",
  "database-stuck": "A PostgreSQL that was left running cannot be ended.",
  "database-too-old": "The database server is older than PostgreSQL 18.",
  "database-unsafe": "The database could lose cases that people were told are safe.",
  "database-user": "PostgreSQL does not run as root, and there is no other user to run it as.",
  "database-version": "The database's files were made by another version of PostgreSQL.",
  "file-place": "A stored file was asked for by a name that is not a hash.",
  "draft-changed":
    "A journey was saved while it was being sent. It is read and sent again; after five times the person is answered with `busy`.",
  "lane-full": "More submissions wait than memory should hold. People are answered with `busy`.",
  "migration-changed": "A migration that has run was changed afterwards.",
  "migration-failed": "A migration could not be run.",
  "migration-name": "A file among the migrations is not named as one.",
  "password-busy": "More sign-ins wait than the machine can check. People are answered with `sign-in-busy`.",
  "publish-failed": "Another program published the same service at the same time, again and again.",
  "secret-missing": "The council's secret could not be kept in the database.",
  "statement-failed": "The database refused a statement. The log names the statement and the reason, never the values.",
};
