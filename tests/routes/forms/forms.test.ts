import { setImmediate } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { knownFields } from "~/http/known-fields";
import { languages, wordsIn } from "~/i18n";
import { type Fault, readFault } from "~/models/core/text/fields";
import { logged, useApp } from "../../support/app";
import { signedIn, Visitor } from "../../support/browser";
import { isBesideServer, isServer, useDatabase } from "../../support/database";
import { type Stage, setStage } from "../personas/stage";
import { faultsOf, fillIn, type Values } from "./fill-form";
import { type Form, filesWithForms, hearForms } from "./hear-forms";
import { hostileBodies, sendHostile } from "./hostile-forms";
import { wrongForms } from "./wrong-values";

// Every form of the portal, found where it is read: none can be forgotten here.

useDatabase({ kept: true });
useApp({ RATE_LIMITS: "off" });

let stage: Stage;
let forms: Form[];

beforeAll(async () => {
  stage = await setStage();
  forms = await hearForms(stage);
}, 120_000);

test("every form is walked", () => {
  expect(forms.map(({ file }) => file).sort()).toEqual(filesWithForms());
});

/** What no database has a part in is looked at once. */
const testOnce = test.skipIf(isServer);

testOnce(
  "whatever is wrong with a field is said in words of ours, and in ones that fit",
  {
    timeout: 120_000,
  },
  async () => {
    const strange = new Set<string>();
    const said = new Set<string>();
    for (const form of forms) {
      // Connections that end meanwhile are noticed.
      await setImmediate();
      for await (const { name, values } of wrongForms(form)) {
        for (const [field, messages] of Object.entries(await faultsOf(form.schema, values))) {
          for (const [i, message] of messages.entries()) {
            const fault = readFault(message);
            const isOurs =
              said.has(message) || (fault && languages.every((language) => isSentence(wordsIn(language).t, fault)));
            if (isOurs) said.add(message);
            const isFit = i > 0 || (fault && fits(fault, values[field.replace(/\[\d+\]$/, "")]));
            if (!isOurs || !isFit) strange.add(`${form.file}: ${name}: ${field}: ${message}`);
          }
        }
      }
    }
    expect([...strange]).toEqual([]);
    expect(said.size).toBeGreaterThan(30);
  },
);

type Translate = ReturnType<typeof wordsIn>["t"];

/** Whether there are words for a fault, with nothing left open in them. */
function isSentence(t: Translate, fault: Fault): boolean {
  const sentence: string = t(`faults.${fault.code}`, { ...fault });
  return sentence !== `faults.${fault.code}` && !/\{\{|undefined|NaN/.test(sentence);
}

/** Whether somebody who sent this can make sense of what is said of it. */
function fits({ code, min = 0, max = 0 }: Fault, value: Values[string] = ""): boolean {
  if (code === "tooLong") return typeof value === "string" && value.length > max;
  if (code === "tooMany") return Array.isArray(value) && value.length > max;
  if (code === "tooShort") return [value].flat().every((one) => one.trim().length < min);
  return true;
}

testOnce("a page whose form is refused says what is wrong, whichever field it is", { timeout: 120_000 }, async () => {
  const silent: string[] = [];
  for (const [i, { file, path, by, schema }] of forms.entries()) {
    const good = await fillIn(schema);
    for (const [j, name] of [...knownFields(schema).keys()].entries()) {
      const values = { ...good, [name]: "%%%" };
      const faults = await faultsOf(schema, values);
      if (Object.keys(faults).length === 0) continue;
      const language = languages[(i + j) % languages.length] ?? "en";
      const page = await asking(by, path, language, values);
      const { t } = wordsIn(language);
      const sentences = Object.values(faults).map(([first = ""]) => sentenceOf(t, first));
      const text = page.document.body.textContent ?? "";
      const general = [t("problems.invalidForm"), t("problems.malformed")];
      const isSaid = [...sentences, ...general].some((sentence) => text.includes(sentence));
      if (![303, 302].includes(page.status) && !isSaid) silent.push(`${page.status} ${file}: ${name}`);
    }
  }
  expect(silent).toEqual([]);
});

/** The answer to a form, sent by somebody who reads `language`. */
async function asking(person: Visitor, path: string, language: string, values: Values) {
  person.cookies.set("language", language);
  return person.post(path, values);
}

const sentenceOf = (t: Translate, message: string): string => {
  const fault = readFault(message);
  return fault ? t(`faults.${fault.code}`, { ...fault }) : message;
};

test("no hostile value in any form makes a 5xx or shows a stack, whoever sends it", { timeout: 180_000 }, async () => {
  logged.length = 0;
  const wrong: string[] = [];
  let sent = 0;
  const { ada, cleo } = stage.people;
  const others = [new Visitor(), await signedIn(cleo), await signedIn(ada)];
  for (const [i, form] of forms.entries()) {
    const { everywhere, letThrough } = await hostileBodies(form);
    await setImmediate();
    // Whoever may send it sends what its rules let through; of the others each sends a third of all.
    const all: [Visitor, string][] = letThrough.map((body) => [form.by, body]);
    // What nobody lets through, and what whoever may not send it sends, is looked at once.
    const toOthers = [...(isServer ? [] : everywhere), ...(isBesideServer ? [] : letThrough)];
    for (const [j, body] of toOthers.entries()) {
      all.push([others[(i + j) % others.length] ?? form.by, body]);
    }
    for (const [somebody, body] of all) {
      sent += 1;
      const problem = await sendHostile(somebody, form.path, body);
      if (problem) wrong.push(`${form.file}: ${problem}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  expect(sent).toBeGreaterThan(isServer || isBesideServer ? 1000 : 2000);
});
