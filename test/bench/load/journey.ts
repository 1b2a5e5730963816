import type { Answer, Connection } from "./connection.ts";
import { get, post } from "./connection.ts";

/** What the person in the bench types on each screen, in order. */
const SCREENS: readonly (readonly [screen: string, fields: string])[] = [
  ["goods", "goods=Cheese+and+pickles"],
  ["kind", "kind=produce"],
  ["first-day", "first_day.day=4&first_day.month=5&first_day.year=2027"],
  ["days", "days=3"],
  ["power", "power=yes"],
  ["gas", "gas=no"],
  ["about", "about=A+small+stall+with+an+awning.+I+have+traded+at+other+markets+for+six+years+and+bring+my+own+table."],
  ["your-name", "your_name.first=Amara&your_name.last=Okafor"],
  ["your-email", "your_email=amara.okafor%40mail.example"],
  ["your-phone", "your_phone=01632+960123"],
];

const HOME = "/services/ten-questions";
export const FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

function expect(answer: Answer, status: number, what: string): Answer {
  if (answer.status !== status)
    throw new Error(`${what} gave ${answer.status} and not ${status}\n${answer.head}\n${answer.body.slice(0, 2000)}`);
  return answer;
}

export function keyIn({ body }: Answer): string {
  const key = /name="key" value="([^"]+)"/.exec(body)?.[1];
  if (key === undefined) throw new Error("A page has no form key");
  return key;
}

/** The cookie that an answer sets, as the next request sends it back. */
export function cookieIn({ head }: Answer): string {
  return /\r\nset-cookie: ([^;]+)/i.exec(head)?.[1] ?? "";
}

function locationOf({ head }: Answer): string {
  return /\r\nlocation: (\S+)/i.exec(head)?.[1] ?? "";
}

/** Starts a journey as a browser without scripts does, following where it is led. Gives its cookie and the first screen's page. */
export async function startJourney(connection: Connection): Promise<{ cookie: string; first: Answer; path: string; requests: number }> {
  const start = expect(await connection.send(get(HOME)), 200, "The start page");
  const started = expect(await connection.send(post(`${HOME}/start`, `key=${keyIn(start)}`, FORM)), 303, "Start now");
  const cookie = `Cookie: ${cookieIn(started)}\r\n`;
  let path = locationOf(started);
  let first = await connection.send(get(path, cookie));
  let requests = 3;
  while (first.status === 303) {
    path = locationOf(first);
    first = await connection.send(get(path, cookie));
    requests += 1;
  }
  return { cookie, first: expect(first, 200, "The first screen"), path, requests };
}

/** A whole journey: start, ten screens shown and answered, check, send, done. Gives how many requests it took; throws where one is not as it should be. */
export async function journey(connection: Connection): Promise<number> {
  const { cookie, first, path, requests } = await startJourney(connection);
  let page = first;
  let at = path;
  for (const [screen, fields] of SCREENS) {
    if (at !== `${HOME}/journey/${screen}`) throw new Error(`Led to ${at} and not to ${screen}`);
    const answered = await connection.send(post(at, `key=${keyIn(page)}&${fields}`, FORM + cookie));
    at = locationOf(expect(answered, 303, screen));
    page = expect(await connection.send(get(at, cookie)), 200, at);
  }
  const sent = expect(await connection.send(post(`${HOME}/journey/send`, `key=${keyIn(page)}`, FORM + cookie)), 303, "Send");
  const done = expect(await connection.send(get(locationOf(sent), cookie)), 200, "The last page");
  if (!/Your reference<br><strong>[A-Z0-9-]+</.test(done.body)) throw new Error("The last page has no reference");
  return requests + 2 * SCREENS.length + 2;
}
