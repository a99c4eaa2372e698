import { type Settings, table } from "~/models/core/settings/table";

const minute = 60;

export interface Limit {
  points: number;
  /** Seconds. */
  duration: number;
  /** So many in each process are not written down: reading is to cost the database nothing, as long as it is little. */
  free?: number;
}

const per10Minutes = (points: number, free?: number): Limit => ({ points, duration: 10 * minute, free });

/** How often one person, or one address of somebody who is not signed in, may do what. */
const limits = {
  /** Whatever has no line of its own. */
  action: per10Minutes(600),
  post: per10Minutes(table.mostPosts.initial),
  comment: per10Minutes(table.mostComments.initial),
  ticket: per10Minutes(10),
  /** Without a proof of work, from one network address. */
  ticketUnproven: { points: 3, duration: 60 * minute },
  /** Tickets of guests that name the same mail address: each sends a mail there. */
  ticketOfAddress: { points: 5, duration: 60 * minute },
  /** People that somebody adds to tickets: each gets mails. */
  copy: per10Minutes(10),
  edit: per10Minutes(60),
  vote: per10Minutes(table.mostVotes.initial),
  follow: per10Minutes(60),
  /** The same post. */
  followOne: { points: 10, duration: 60 * minute },
  name: per10Minutes(10),
  preferences: per10Minutes(60),
  preview: per10Minutes(120),
  similar: per10Minutes(600),
  export: per10Minutes(10),
  upload: per10Minutes(30),
  /** Files that people attach, each of them. */
  file: per10Minutes(60),
  /** Of people without an account, from one network address. */
  fileOfGuest: { points: 30, duration: 60 * minute },
  filesOfDay: { points: 300, duration: 24 * 60 * minute },
  subscribe: per10Minutes(20),
  /** Whether articles have helped, as one network address says of any, and of the same one. */
  judgement: per10Minutes(30),
  judgementOfOne: { points: 10, duration: 24 * 60 * minute },
  /** Pages of articles that browsers say they show, and the same one to the same browser. */
  read: per10Minutes(1200, 120),
  readOnce: { points: 1, duration: 24 * 60 * minute },
  /** Askings for a code from one address; a device that has signed in before counts by itself. */
  signIn: per10Minutes(120),
  /** Coming back from a service outside to sign in. */
  arrive: per10Minutes(120),
  /** A proof of work is good once. */
  proof: { points: 1, duration: 60 * minute },
  /** Forms that wait until somebody has signed in. */
  keep: per10Minutes(20),
  /** What one token, or somebody by their session, asks of the API. */
  api: per10Minutes(1200, 120),
  /** Tokens that are none, from one address. */
  token: per10Minutes(60),
  /** Reading that costs more than a page. */
  search: per10Minutes(600, 60),
  history: per10Minutes(300, 30),
  feed: per10Minutes(1200, 120),
  people: per10Minutes(300, 30),
  peopleOfDay: { points: 100, duration: 24 * 60 * minute, free: 10 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** A limit as the portal has set it. */
export function limitIn(settings: Settings | undefined, name: LimitName): Limit {
  if (!settings) return limits[name];
  switch (name) {
    case "post":
      return per10Minutes(settings.mostPosts);
    case "comment":
      return per10Minutes(settings.mostComments);
    case "vote":
      return per10Minutes(settings.mostVotes);
    default:
      return limits[name];
  }
}

/** The limit by method and path, the first row that fits; null is not counted. */
const places: [method: "GET" | "POST", path: RegExp, name: LimitName | null][] = [
  // Nobody guesses these tokens, and to find that out costs less than to count; mail programs press from few addresses.
  ["POST", /^\/(sign-in\/link|unsubscribe)\/[^/]+$/, null],
  ["POST", /^\/posts\/\d+\/vote$/, "vote"],
  ["POST", /^\/posts\/\d+\/follow$/, "follow"],
  ["POST", /^\/(posts\/\d+|comments\/[^/]+|notes\/[^/]+)\/edit$/, "edit"],
  ["POST", /^\/(posts\/)?preview$/, "preview"],
  ["POST", /^\/(posts|support)\/similar$/, "similar"],
  ["POST", /^\/help\/reads\/\d+$/, "read"],
  ["POST", /^\/sign-in\/name$/, "name"],
  ["POST", /^\/me\/preferences$/, "preferences"],
  ["POST", /^/, "action"],
  ["GET", /^\/(sso|sign-in\/with\/[^/]+\/callback)$/, "arrive"],
  ["GET", /^\/search$/, "search"],
  ["GET", /\/history$/, "history"],
  ["GET", /^\/people$/, "people"],
];

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** The limit that a request counts for; every write has one. */
export function limitOf(method: string, path: string): LimitName | null {
  const kind = reading.has(method) ? "GET" : "POST";
  const tidy = path.replace(/(?<=.)\/+$/, "").toLowerCase();
  return places.find(([of, pattern]) => of === kind && pattern.test(tidy))?.[2] ?? null;
}
