import { light } from "./look";
import { withoutTricks } from "./one-line";

const border = `1px solid ${light.line}`;
const flow = "margin:0 0 12px";
const code = `font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px;background-color:${light.line}`;

/** How each element of a text looks in a mail; those that are missing leave only what they hold. */
const looks: Record<string, { as?: string; style?: string }> = {
  ...Object.fromEntries(
    "b br del em i ins kbd s small strong sub sup u dd dt tbody thead tr".split(" ").map((name) => [name, {}]),
  ),
  a: {},
  blockquote: { style: "margin:0 0 12px;padding:0 12px" },
  code: { style: `${code};padding:1px 4px;border-radius:4px` },
  details: { as: "div", style: flow },
  div: {},
  dl: { style: flow },
  h3: { as: "p", style: "margin:0 0 8px;font-size:17px;font-weight:700" },
  h4: { as: "p", style: "margin:0 0 8px;font-weight:700" },
  h5: { as: "p", style: "margin:0 0 8px;font-weight:700" },
  h6: { as: "p", style: "margin:0 0 8px;font-weight:700" },
  hr: { style: `border:0;border-top:${border};margin:16px 0` },
  li: { style: "margin:0 0 4px" },
  ol: { style: "margin:0 0 12px;padding:0 24px" },
  p: { style: flow },
  pre: { style: `${code};margin:0 0 12px;padding:12px;border-radius:8px;white-space:pre-wrap` },
  summary: { as: "p", style: "margin:0 0 4px;font-weight:700" },
  table: { style: "margin:0 0 12px;border-collapse:collapse" },
  td: { style: `border:${border};padding:4px 8px` },
  th: { style: `border:${border};padding:4px 8px` },
  ul: { style: "margin:0 0 12px;padding:0 24px" },
};

const empty = new Set(["br", "hr"]);
const token = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*(?:"|$)|[^">])*)(?:>|$)/gi;
const longestLink = 1000;

interface Cut {
  /** `https://feedback.example.com`, for links that stand without it. */
  home: string;
  /** Characters that a reader sees. */
  longest: number;
  /** Where lines begin. */
  start: "left" | "right";
  /** The colour of links, hex. */
  accent: string;
  /** What stands for a picture without a description. */
  picture: string;
}

/**
 * Sanitised HTML as a mail can show it: looks inline, links complete, pictures as links to them (a picture of
 * somebody else's would tell them who reads), and no more of it than `longest`.
 */
export function quoteHtml(
  sanitised: string,
  { home, longest, start, accent, picture }: Cut,
): { html: string; isCut: boolean } {
  const linkStyle = `color:${accent};text-decoration:underline`;
  const open: string[] = [];
  let html = "";
  let seen = 0;
  let at = 0;
  const full = () => seen >= longest || html.length >= longest * 4 + 500;
  const close = () =>
    [...open]
      .reverse()
      .map((name) => `</${name}>`)
      .join("");

  const addText = (raw: string): boolean => {
    const text = withoutTricks(raw).replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    if (text.trim() === "") {
      html += text;
      return true;
    }
    if (full()) return false;
    const room = longest - seen;
    // No entity of ours is longer: what is behind that is beyond the room in any case.
    const characters = text.slice(0, (room + 1) * 10).match(/&#?\w+;|./gsu) ?? [];
    seen += characters.length;
    const fits = characters.length <= room;
    html += fits
      ? text
      : characters
          .slice(0, room)
          .join("")
          .replace(/\s+\S{0,30}$/, "");
    return fits;
  };

  const addTag = (isEnd: boolean, name: string, attributes: string): boolean => {
    if (name === "img") return addPicture(attributes);
    const look = looks[name];
    if (!look) return true;
    const tag = look.as ?? name;
    if (isEnd) {
      if (open.at(-1) === tag) html += `</${open.pop()}>`;
      return true;
    }
    const link = name === "a" ? address(attributes, "href", home) : undefined;
    if (name === "a" && (!link || open.includes("a"))) return true;
    if (full()) return empty.has(name);
    const bar = name === "blockquote" ? `;border-${start}:2px solid ${light.edge}` : "";
    const said = name === "a" ? linkStyle : look.style;
    const style = said ? ` style="${said}${bar}"` : "";
    html += `<${tag}${link ? ` href="${link}"` : ""}${style}>`;
    if (!empty.has(name)) open.push(tag);
    return true;
  };

  const addPicture = (attributes: string): boolean => {
    const label = `[${/\balt="([^"]+)"/.exec(attributes)?.[1] ?? picture}]`;
    const link = open.includes("a") ? undefined : address(attributes, "src", home);
    if (full() || !link) return addText(label);
    html += `<a href="${link}" style="${linkStyle}">`;
    const fits = addText(label);
    html += "</a>";
    return fits;
  };

  for (const match of sanitised.matchAll(token)) {
    const [whole, slash, name = "", attributes = ""] = match;
    if (!addText(sanitised.slice(at, match.index)) || !addTag(slash === "/", name.toLowerCase(), attributes))
      return { html: `${html}…${close()}`, isCut: true };
    at = match.index + whole.length;
  }
  const fits = addText(sanitised.slice(at));
  return { html: `${html}${fits ? "" : "…"}${close()}`, isCut: !fits };
}

/** A complete address, still escaped; nothing where it leads nowhere from a mail. */
function address(attributes: string, name: "href" | "src", home: string): string | undefined {
  const link = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
  if (link.length > longestLink || /[<>\s]/.test(link)) return undefined;
  if (/^(https?:\/\/|mailto:)/i.test(link)) return link;
  return /^\/(?!\/)/.test(link) ? `${home}${link}` : undefined;
}
