import { type Accent, shadesOf } from "./contrast";
import { statusColors } from "./status-looks";
import { type Settings, table } from "./table";

/** What a portal looks like beside what the stylesheet says; empty where it has set nothing. */
export function portalStyle(settings: Settings): string {
  return [...accentOf(settings), ...badgesOf(settings)].join("\n");
}

const properties: Record<keyof Accent, string> = {
  accent: "--color-accent",
  strong: "--color-accent-strong",
  soft: "--color-accent-soft",
  on: "--color-on-accent",
};

function accentOf({ accentLight, accentDark }: Settings): string[] {
  if (accentLight === table.accentLight.initial && accentDark === table.accentDark.initial) return [];
  const [light, dark] = [shadesOf(accentLight, "light"), shadesOf(accentDark, "dark")];
  const lines = (Object.keys(properties) as (keyof Accent)[]).map(
    (shade) => `${properties[shade]}:light-dark(${light[shade]},${dark[shade]})`,
  );
  return [`:root{${lines.join(";")}}`];
}

const badgesOf = ({ statuses }: Settings): string[] =>
  Object.entries(statuses)
    .filter(([status, { color }]) => color !== statusColors[status as keyof typeof statusColors])
    .map(
      ([status, { color }]) =>
        `.badge.status-${status}{background-color:var(--color-${color}-soft);color:var(--color-${color})}`,
    );

/** Names the style of a portal in an address; undefined where there is none. */
export function nameOfStyle(settings: Settings): string | undefined {
  const style = portalStyle(settings);
  if (style === "") return;
  let hash = 0x811c9dc5;
  for (let i = 0; i < style.length; i++) hash = Math.imul(hash ^ style.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
