import { closed } from "./closed";
import { inProgress } from "./in-progress";
import { proxy } from "./proxy";
import { putAway } from "./put-away";
import { resolved } from "./resolved";
import type { TicketStory } from "./ticket-story";
import { unanswered } from "./unanswered";
import { waiting } from "./waiting";

/** Everything that people have asked the support desk. */
export const ticketStories: TicketStory[] = [closed, putAway, proxy, resolved, inProgress, waiting, unanswered].flat();
