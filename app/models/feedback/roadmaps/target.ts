const horizons = ["now", "next", "later"] as const;

type Horizon = (typeof horizons)[number];

/** When a card is to come: nobody says, roughly, or a quarter as `2027-Q1`. */
export type Target = "" | Horizon | `${number}-Q${number}`;

/** How many quarters ahead one may promise. */
const ahead = 8;

/** What may be promised today, and what this card promises already. */
export function targetsFrom(today: Date, current: Target = ""): Target[] {
  const first = today.getUTCFullYear() * 4 + Math.floor(today.getUTCMonth() / 3);
  const quarters = Array.from({ length: ahead }, (_, i): Target => quarter(first + i));
  const targets: Target[] = ["", ...horizons, ...quarters];
  return targets.includes(current) ? targets : [...targets, current];
}

const quarter = (count: number): Target => `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;

export const isTarget = (text: string): text is Target => /^(|now|next|later|20\d\d-Q[1-4])$/.test(text);

/** A target as a sentence's key in the `roadmap.target` catalogue, and what to fill in. */
export function describeTarget(target: Exclude<Target, "">) {
  const [, year, number] = /^(\d+)-Q(\d)$/.exec(target) ?? [];
  if (!year || !number) return { key: target as Horizon, params: {} } as const;
  return { key: "quarter", params: { quarter: number, year } } as const;
}
