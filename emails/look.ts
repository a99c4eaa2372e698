import type { Status } from "./props";
import type { Words } from "./words";

/** Inline, since some mail programs know nothing else; the dark ones replace them where the program asks for it. */
export const light = {
  canvas: "#f3f4f2",
  surface: "#ffffff",
  sunken: "#f6f6f4",
  line: "#e4e4df",
  edge: "#8b8f96",
  ink: "#1a1d21",
  muted: "#5b616b",
};

export const dark: typeof light = {
  canvas: "#101214",
  surface: "#181b1f",
  sunken: "#1f2328",
  line: "#2b3037",
  edge: "#6d747f",
  ink: "#eceef0",
  muted: "#a3aab5",
};

/** What a portal may choose: the colour of links and buttons, and of each status. */
export type PortalLook = NonNullable<Words["look"]>;

/** Where nobody has chosen. */
export const usualLook: PortalLook = {
  accents: {
    light: { accent: "#0b6670", onAccent: "#ffffff" },
    dark: { accent: "#5cc8d2", onAccent: "#04252a" },
  },
  statuses: {
    open: "slate",
    under_review: "amber",
    planned: "violet",
    confirmed: "amber",
    in_progress: "blue",
    shipped: "green",
    fixed: "green",
    declined: "red",
    not_reproducible: "slate",
    wont_fix: "red",
  } satisfies Record<Status, Hue>,
};

/** The colours of whoever speaks. */
export const portalLook = ({ look }: Words): PortalLook => look ?? usualLook;

/** The accent of light mails; those in the dark have theirs by the stylesheet. */
export const accentOf = (words: Words) => portalLook(words).accents.light;

export const hues = {
  slate: { light: ["#4a5362", "#eceef1"], dark: ["#b4bdca", "#2a2f37"] },
  amber: { light: ["#855100", "#fbf0d9"], dark: ["#f0bd5c", "#372a10"] },
  teal: { light: ["#0b6670", "#e3f2f3"], dark: ["#5cc8d2", "#12343a"] },
  pink: { light: ["#a02c6d", "#fbe7f1"], dark: ["#ff9fd0", "#3d1c2e"] },
  violet: { light: ["#6a3fb0", "#f0e9fb"], dark: ["#c3a4ff", "#2c2144"] },
  blue: { light: ["#1f5aa8", "#e6eefb"], dark: ["#8ebcff", "#172a46"] },
  green: { light: ["#1d6b3a", "#e5f4ea"], dark: ["#7fd6a0", "#16321f"] },
  red: { light: ["#a8322b", "#fbe9e7"], dark: ["#ff9a91", "#3d201e"] },
} as const;

type Hue = keyof typeof hues;

const isHue = (name: string | undefined): name is Hue => name !== undefined && Object.hasOwn(hues, name);

/** The class and the colours of a status. */
export function chipOf(words: Words, status: Status) {
  const name = portalLook(words).statuses[status];
  const hue = isHue(name) ? name : "slate";
  const [color, backgroundColor] = hues[hue].light;
  return { className: hue, color, backgroundColor };
}

const darkHues = Object.entries(hues).map(
  ([
    hue,
    {
      dark: [color, ground],
    },
  ]) => `.${hue}{color:${color}!important;background-color:${ground}!important}`,
);

/** For mail programs that obey a style sheet. */
export const styleSheetOf = ({
  dark: shown,
}: PortalLook["accents"]) => `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.canvas,.canvas>table>tbody>tr>td{background-color:${dark.canvas}!important}
.surface{background-color:${dark.surface}!important;border-color:${dark.line}!important}
.ink{color:${dark.ink}!important}
.muted{color:${dark.muted}!important}
.line{border-color:${dark.line}!important}
.accent,.quote a{color:${shown.accent}!important}
.button{background-color:${shown.accent}!important;color:${shown.onAccent}!important}
.outline{color:${shown.accent}!important;border-color:${shown.accent}!important}
.quote{background-color:${dark.sunken}!important;border-color:${dark.line}!important;color:${dark.ink}!important}
.quote blockquote,.quote td,.quote th,.quote hr{border-color:${dark.edge}!important}
.quote code,.quote pre{background-color:${dark.line}!important}
.answer{border-color:${shown.accent}!important}
${darkHues.join("\n")}
}
@media (max-width:480px){.surface{padding:24px 20px!important}}`;

/** Long words wrap, so that nothing is wider than a phone. */
export const wrap = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;

export const paragraph = { fontSize: "16px", lineHeight: "1.55", margin: "0 0 16px", color: light.ink, ...wrap };

export const quiet = { fontSize: "14px", lineHeight: "1.5", margin: "0 0 8px", color: light.muted, ...wrap };
