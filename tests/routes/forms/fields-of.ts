import type { z } from "zod";

/** What a field may be, where that is one of a few. */
export type Choices = Map<string, Set<string>>;

/** The values that a schema names, by the field that takes them. */
export function choicesOf(schema: z.core.$ZodType, name = "", choices: Choices = new Map()): Choices {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const below = (key: string) => (name ? `${name}.${key}` : key);
  const parts: [string, unknown][] =
    def.type === "object"
      ? Object.entries(def.shape).map(([key, one]) => [below(key), one])
      : def.type === "record"
        ? [...(def.keyType._zod.values ?? [])].map((key) => [below(String(key)), def.valueType])
        : Object.values(def).flatMap((one) => [one].flat().map((part): [string, unknown] => [name, part]));
  for (const [key, part] of parts) if (isSchema(part)) choicesOf(part, key, choices);
  if (def.type !== "enum" && def.type !== "literal") return choices;
  const values = choices.get(name) ?? new Set();
  for (const value of schema._zod.values ?? []) values.add(String(value));
  return choices.set(name, values);
}

const isSchema = (part: unknown): part is z.core.$ZodType =>
  typeof part === "object" && part !== null && "_zod" in part && "def" in (part as { _zod: object })._zod;
