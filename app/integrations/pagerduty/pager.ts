/** What a page is about: plain words, and nothing of a customer's. */
export interface PageWords {
  /** One line. */
  summary: string;
  severity: "critical" | "error" | "warning" | "info";
  at: Date;
  /** `https://feedback.example.com`: who says so. */
  source: string;
  /** Where it can be looked at. */
  link: { href: string; text: string };
  details: Record<string, string>;
}

/** All events of one alert have its key in common; the same one again changes nothing there. */
export type PageEvent =
  | { action: "trigger"; key: string; words: PageWords }
  | { action: "acknowledge" | "resolve"; key: string };

export interface PageAnswer {
  /** `busy`: it comes too often. `away`: nobody knows whether it arrived. `refused`: another try would be, too. */
  outcome: "taken" | "refused" | "busy" | "away";
  /** In PagerDuty's words, or why there are none. */
  text: string;
  /** Of the answer; absent where there was none. */
  status?: number;
}

/** Whoever pages people. */
export interface Pager {
  /** Never rejects. */
  send(event: PageEvent): Promise<PageAnswer>;
}
