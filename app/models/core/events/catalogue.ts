import { merged } from "../merged";
import * as nouns from "./catalogue/index";

/** Every type of event there is, `noun.past_participle`, and all that is to be known of it; each noun's stand in its file. */
export const catalogue = merged(nouns);
