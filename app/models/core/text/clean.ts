import { normalForm } from "./normal-form";

/** Bidirectional overrides and isolates: they make text read as something else than it says. */
const directionTricks = /[\u202A-\u202E\u2066-\u2069]/g;
/** Marks that take no room. The joiners U+200C and U+200D stay: Persian and emoji need them. */
const invisible = /[\u200B\u2060-\u2064\uFEFF\u00AD\u115F\u1160\u3164\uFFA0]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** More than four marks stacked on one letter climb over the neighbouring lines. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Several lines as typed, without what would deceive or break a page. */
export function cleanText(text: string): string {
  return normalForm(text.toWellFormed(), "NFC")
    .replace(/\r\n?/g, "\n")
    .replace(controls, "")
    .replace(directionTricks, "")
    .replace(invisible, "")
    .replace(stackedMarks, "$1")
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ");
}

export function hasVisibleCharacter(text: string): boolean {
  return visible.test(text);
}
