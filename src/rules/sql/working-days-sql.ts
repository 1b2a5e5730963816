import { type Calendar, MOST_WORKING_DAYS } from "../working-days.ts";
import { type Build, named, newAlias, parameter, refuse } from "./build.ts";

/** A function of working days under the calendar that it was typed with, whose bank holidays become one parameter. */
export function workingDaysSql(build: Build, name: string, calendar: Calendar, given: readonly string[]): string {
  const [first = "", second = ""] = given;
  const holidays = `(${parameter(build, calendar.holidays, "text[]")})::date[]`;
  switch (name) {
    case "is working day":
      return named(build, `(${first})::date`, (day) => works(day, holidays));
    case "working days between":
      return named(build, `(${first})::date`, (from) =>
        named(build, `(${second})::date`, (to) => `(${upTo(build, to, holidays)} - ${upTo(build, from, holidays)})::numeric`),
      );
    case "working days after":
      return later(build, first, second, { sql: holidays, count: calendar.holidays.length });
    default:
      return refuse(build, `It calls ${name}, which has no form in SQL.`);
  }
}

function works(day: string, holidays: string): string {
  return `(extract(isodow from ${day}) < 6 and ${day} <> all(${holidays}))`;
}

/** Working days from 1 January of the year 1, which was a Monday. */
function upTo(build: Build, day: string, holidays: string): string {
  const alias = newAlias(build);
  const days = `(${day} - '0001-01-01'::date + 1)`;
  const closed = `(select count(*) from unnest(${holidays}) as ${alias}(h) where ${alias}.h <= ${day})`;
  return `(${days} / 7 * 5 + least(${days} % 7, 5) - ${closed})`;
}

interface Holidays {
  readonly sql: string;
  readonly count: number;
}

function later(build: Build, date: string, count: string, holidays: Holidays): string {
  return named(build, date, (day) =>
    named(build, `(${count})::numeric`, (wanted) => {
      const within = `${wanted} = trunc(${wanted}) and abs(${wanted}) <= ${MOST_WORKING_DAYS}`;
      const ahead = stepped(build, day, `${wanted}::int`, "+", holidays);
      const back = stepped(build, day, `(-${wanted})::int`, "-", holidays);
      return `case when ${within} then case when ${wanted} > 0 then ${ahead} when ${wanted} < 0 then ${back} else ${day} end end`;
    }),
  );
}

/** The last of so many working days on one side of a day. As many days are looked at as could be needed. */
function stepped(build: Build, day: string, count: string, direction: "+" | "-", { sql, count: closed }: Holidays): string {
  const [step, found] = [newAlias(build), newAlias(build)];
  const days = `(select ${step}.k, ${day}::date ${direction} ${step}.k as d from generate_series(1, (${count} + ${closed}) / 5 * 7 + 14) as ${step}(k))`;
  const kept = `${works(`${found}.d`, sql)} and ${found}.d between '0001-01-01' and '9999-12-31'`;
  return `(select to_char(${found}.d, 'YYYY-MM-DD') from ${days} as ${found} where ${kept} order by ${found}.k offset ${count} - 1 limit 1)`;
}
