import type { catalogue } from "./catalogue";
import type { AboutKeys } from "./event-row";

type Catalogue = typeof catalogue;

export type EventType = keyof Catalogue;

/** What each type of event says beyond who, when and about what. */
export type EventData = { [Type in EventType]: NonNullable<Catalogue[Type]["says"]> };

/** One type of event, before it is recorded. */
type EventOf<Type extends EventType> = {
  type: Type;
  /** Null where the product itself acts. */
  actorId: string | null;
  data: EventData[Type];
  at: Date;
} & AboutKeys[Catalogue[Type]["about"]];

export type NewEvent = { [Type in EventType]: EventOf<Type> }[EventType];
