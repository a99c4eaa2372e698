import type { OwnLook, OwnTexts } from "~/i18n";
import type { Language } from "~/i18n/languages";
import { type Scheme, shadesOf } from "./contrast";
import { inEach } from "./kinds";
import type { Settings } from "./table";

/** What a portal says in words of its own, in each language, laid over the catalogues. */
export function ownTextsOf(settings: Settings): OwnTexts {
  const { name, statuses, welcomeHeading, welcomeText } = settings;
  const names = (language: Language) =>
    Object.entries(statuses).map(([status, { names }]): [string, string] => [status, names[language]]);
  const said = inEach((language) => ({
    site: { name: asText(name) },
    status: withoutEmpty(names(language)),
    list: withoutEmpty([
      ["heading", welcomeHeading[language]],
      ["intro", welcomeText[language]],
    ]),
  }));
  const look = lookOf(settings);
  return { version: JSON.stringify([said, look]), said, look };
}

function lookOf({ accentLight, accentDark, statuses }: Settings): OwnLook {
  const accentOf = (color: string, scheme: Scheme) => {
    const { accent, on } = shadesOf(color, scheme);
    return { accent, onAccent: on };
  };
  return {
    accents: { light: accentOf(accentLight, "light"), dark: accentOf(accentDark, "dark") },
    statuses: Object.fromEntries(Object.entries(statuses).map(([status, { color }]) => [status, color])),
  };
}

const withoutEmpty = (pairs: [string, string | undefined][]): Record<string, string> =>
  Object.fromEntries(pairs.flatMap(([name, text]) => (text ? [[name, asText(text)]] : [])));

/** So that what the catalogues are filled in by means nothing in texts of people. */
const asText = (text: string): string => text.replaceAll("{{", "{\u2060{").replaceAll("$t(", "$\u2060t(");
