import { event } from "../event-row";
import { everything } from "../touches";

export const settingsEvents = {
  /** From and to are there as far as they are short enough to be told. */
  "settings.changed": event<{ changes: { name: string; from?: unknown; to?: unknown }[] }>()({
    about: "none",
    consequences: [],
    touches: everything,
    gaps: ({ changes }, _names, { t }) => ({
      settings: changes.map(({ name }) => t(`settings.names.${name}` as never)),
    }),
  }),
};
