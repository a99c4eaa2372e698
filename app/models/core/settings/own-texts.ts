import type { OwnTexts } from "~/i18n";
import type { Language } from "~/i18n/languages";
import { inEach } from "./kinds";
import type { Settings } from "./table";

/** What a portal says in words of its own, in each language, laid over the catalogues. */
export function ownTextsOf({ name, statuses, welcomeHeading, welcomeText }: Settings): OwnTexts {
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
  return { version: JSON.stringify(said), said };
}

const withoutEmpty = (pairs: [string, string | undefined][]): Record<string, string> =>
  Object.fromEntries(pairs.flatMap(([name, text]) => (text ? [[name, asText(text)]] : [])));

/** So that what the catalogues are filled in by means nothing in texts of people. */
const asText = (text: string): string => text.replaceAll("{{", "{\u2060{").replaceAll("$t(", "$\u2060t(");
