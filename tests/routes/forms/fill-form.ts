import type { z } from "zod";
import { InvalidForm, readForm } from "~/http/forms.server";
import { knownFields } from "~/http/known-fields";
import type { Visit } from "~/http/visit.server";
import { DomainError } from "~/models/core/domain-error";
import { say } from "~/models/core/text/fields";
import { choicesOf } from "./fields-of";

/** What a form is refused with that no page sends. */
const malformed = say({ code: "unreadable" });

export type Values = Record<string, string | string[]>;

/** What somebody could mean by a field, whatever it is for. */
const usual = [
  ...["Something good", "1", "0", "yes", "ben@example.com", "acme.com", "8a3a8e4c-6f0e-4b62-9c50-7d2f7f0a1b11"],
  ...["123456", "a".repeat(64), "something", "Europe/Berlin", "2030-12-01T10:00", "1 open", "1:", "https://x.example"],
  ...["one, two"],
];

/** Messages by field, as conform hands them to the page; none where the form is good. */
export async function faultsOf(schema: z.ZodType, values: Values): Promise<Record<string, string[]>> {
  const pairs = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const request = new Request("http://here.invalid/", { method: "POST", body: new URLSearchParams(pairs) });
  const context = { outgoing: {} } as Visit;
  try {
    await readForm({ request, context }, schema);
    return {};
  } catch (thrown) {
    if (thrown instanceof InvalidForm) return errorsOf(context);
    // The reader's own refusal has words in the catalogue; whatever else is thrown is a fault.
    if (thrown instanceof DomainError && thrown.code === "malformed") return { "": [malformed], ...errorsOf(context) };
    throw thrown;
  }
}

const errorsOf = ({ outgoing: { submission } }: Visit): Record<string, string[]> =>
  (submission?.status === "error" ? submission.error : {}) as Record<string, string[]>;

/**
 * A form that is good: whatever is wrong gets one value after the other, until nothing is. Of a form that is wrong as a
 * whole, whatever is still missing. Throws where nobody knows how.
 */
export async function fillIn(schema: z.ZodType, fixed: Values = {}): Promise<Values> {
  const choices = choicesOf(schema);
  const left = new Map([...knownFields(schema).keys()].map((name) => [name, [...(choices.get(name) ?? []), ...usual]]));
  for (const name of Object.keys(fixed)) left.delete(name);
  const values = { ...fixed };
  for (;;) {
    const faults = Object.keys(await faultsOf(schema, values)).map((name) => name.replace(/\[\d+\]$/, ""));
    if (faults.length === 0) return values;
    const wrong = faults.find((name) => left.get(name)?.length) ?? [...left.keys()].find((name) => !(name in values));
    const next = wrong && left.get(wrong)?.shift();
    if (wrong === undefined || next === undefined) throw new Error(`Nobody knows what is right for: ${faults}.`);
    values[wrong] = next;
  }
}

/**
 * Good forms of every shape that there is: one for each choice of each field, and one at least with each field. Of a field
 * that stands there once for each of many (`statuses.open`), or has dozens (encodings), no choice makes another shape.
 */
export async function fillAll(schema: z.ZodType): Promise<Values[]> {
  const first = await fillIn(schema);
  const filled = [first];
  const choices = choicesOf(schema);
  for (const name of knownFields(schema).keys()) {
    const chosen = [...(choices.get(name) ?? [])];
    const makesShapes = chosen.length > 0 && chosen.length < 30 && !name.includes(".");
    if (!makesShapes && name in first) continue;
    const tried = chosen.length > 0 ? chosen : usual;
    const forms = await Promise.all(tried.map((value) => tryFor(schema, name, value)));
    const good = forms.filter((form) => form !== undefined);
    filled.push(...(makesShapes ? good : good.slice(0, 1)));
  }
  return filled;
}

const tryFor = (schema: z.ZodType, name: string, value: string): Promise<Values | undefined> =>
  fillIn(schema, { [name]: value }).catch(() => undefined);
