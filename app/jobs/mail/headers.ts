interface About {
  origin: string;
  /** What the portal is called. */
  name: string;
  /** Where one click ends all of it. */
  unsubscribe: string;
  /** Which of our lists it belongs to. */
  list?: "posts" | "changelog" | "roadmap";
  /** The posts it continues the threads of, as far as it is about few enough; ids. */
  postIds?: string[];
}

/**
 * What mail programs go by. Providers replace the `Message-ID`, so each post has a made-up one that all its mails
 * refer to: programs then show them together.
 */
export function mailHeaders({
  origin,
  name,
  unsubscribe,
  list = "posts",
  postIds = [],
}: About): Record<string, string> {
  const { hostname } = new URL(origin);
  const roots = postIds.map((id) => `<post-${id}@${hostname}>`);
  return {
    "List-Id": `${phrase(name)}<${list}.${hostname}>`,
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
    Precedence: "bulk",
    ...(roots.length > 0 && { References: roots.join(" "), "In-Reply-To": roots[0] }),
  };
}

/** Where answers to a mail go that is answered by mail. */
export const replyTo = (token: string, domain: string): string => `reply+${token}@${domain}`;

/** A name before an address in a header, of plain words; any other would have the whole header encoded, and is left out. */
const phrase = (name: string): string => (/^[\w ]+$/.test(name) ? `${name} ` : "");
