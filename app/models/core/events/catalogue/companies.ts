import { event } from "../event-row";
import { nothing } from "../touches";

export const companyEvents = {
  "companies.uploaded": event<{ mode: "merge" | "replace"; count: number }>()({
    about: "none",
    consequences: [],
    touches: nothing,
    variant: ({ mode }) => mode,
  }),
  "company.saved": event<{ domain: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
  "company.removed": event<{ domain: string }>()({
    about: "none",
    consequences: [],
    touches: nothing,
  }),
};
