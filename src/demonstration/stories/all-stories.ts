import type { Story } from "../story.ts";
import { councilTaxMove } from "./council-tax-move.ts";
import { dragonLicence } from "./dragon.ts";
import { deferCare } from "./defer-care.ts";
import { memberEnquiry } from "./member-enquiry.ts";
import { missedBin } from "./missed-bin.ts";
import { petrol } from "./petrol.ts";
import { pothole } from "./pothole.ts";
import { schoolPlace } from "./school-place.ts";
import { streetLight } from "./street-light.ts";
import { tournament } from "./tournament.ts";

/** The services that the demonstration fills, with what is believable of each. */
export const STORIES: readonly Story[] = [
  pothole,
  missedBin,
  streetLight,
  councilTaxMove,
  schoolPlace,
  petrol,
  dragonLicence,
  tournament,
  memberEnquiry,
];

/** Services that always end in an outcome. `often` is their share of the cases of all the others. */
export const CALCULATIONS: readonly Story[] = [deferCare];
