import { randomUUID } from "node:crypto";

import type { Turn } from "./client.ts";
import type { Connection } from "./connection.ts";
import { post } from "./connection.ts";

/** A whole application to `ten-questions`, as another system sends it. */
const BODY = JSON.stringify({
  answers: {
    goods: "Cheese and pickles",
    kind: "produce",
    first_day: "2027-05-04",
    days: 3,
    power: true,
    gas: false,
    about: "A small stall with an awning. I have traded at other markets for six years and bring my own table.",
    your_name: { first: "Amara", last: "Okafor" },
    your_email: "amara.okafor@mail.example",
    your_phone: "01632 960123",
  },
});

/** Makes one case after another, each under an idempotency key of its own. */
export function apiCall(connection: Connection, key: string): Turn {
  const headers = `Content-Type: application/json\r\nAuthorization: Bearer ${key}\r\n`;
  return async () => {
    const request = post("/api/services/ten-questions/cases", BODY, `${headers}Idempotency-Key: ${randomUUID()}\r\n`);
    const { status, body } = await connection.send(request);
    if (status !== 201) throw new Error(`The API gave ${status}: ${body}`);
    return 1;
  };
}
