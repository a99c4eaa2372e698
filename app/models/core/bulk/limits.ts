/** What one bulk action may change: as many as a list counts. */
export const mostChosen = 200;

/** What a list has ticked: all on its page, or all that its filter finds, none left out. */
export type Chosen = "all" | "found";

/** Where an address says so. */
export const chosens = ["all", "found"] as const satisfies Chosen[];
