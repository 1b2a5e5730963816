import type { Context } from "../../../context.ts";
import { seesAny } from "../../../people/rights.ts";
import type { Desk } from "../desk.ts";

/** The services of whose journeys an officer may know: those whose cases they would see, and those that make none. */
export function servicesSeen(context: Context, { officer, visit }: Desk): readonly string[] {
  const services = context.councils.known(visit.council.id);
  return services
    .filter((service) => service.case.stages.size === 0 || seesAny(officer, visit.council, service.case.team, service.id))
    .map(({ id }) => id);
}
