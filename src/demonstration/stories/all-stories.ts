import type { Story } from "../story.ts";
import { councilTaxMove } from "./council-tax-move.ts";
import { dragonLicence } from "./dragon.ts";
import { missedBin } from "./missed-bin.ts";
import { petrol } from "./petrol.ts";
import { pothole } from "./pothole.ts";
import { schoolPlace } from "./school-place.ts";
import { tournament } from "./tournament.ts";

/** The services that the demonstration fills, with what is believable of each. */
export const STORIES: readonly Story[] = [pothole, missedBin, councilTaxMove, schoolPlace, petrol, dragonLicence, tournament];
