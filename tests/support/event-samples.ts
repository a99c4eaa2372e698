import type { EventData } from "~/models/core/events/types";
import { merged } from "~/models/core/merged";
import * as nouns from "./event-samples/index";

/** What an event of each type may say: a new one that is in no file of the folder does not compile. */
export const eventSamples: EventData = merged(nouns);
