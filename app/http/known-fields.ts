import type { z } from "zod";

export interface Field {
  /** How often its name may come: once, or once more than a list allows, so that the schema can say so. */
  most: number;
  takesFiles: boolean;
  /** Characters of a text, where the schema has a limit. */
  longest?: number;
}

export type Fields = Map<string, Field>;

/** The most values that are taken for a list without a maximum of its own. */
const longestList = 100;

const known = new WeakMap<z.ZodType, Fields>();

/** The names of all fields that a form by `schema` can have. */
export function knownFields(schema: z.ZodType): Fields {
  let fields = known.get(schema);
  if (!fields) known.set(schema, (fields = collect(schema)));
  return fields;
}

type Schema = z.core.$ZodType;

function collect(schema: Schema, name = "", fields: Fields = new Map()): Fields {
  const add = (some: Schema, key?: string) => collect(some, key === undefined ? name : below(name, key), fields);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      for (const [key, one] of Object.entries(def.shape)) add(one, key);
      return fields;
    case "record":
      for (const key of def.keyType._zod.values ?? []) add(def.valueType, String(key));
      return fields;
    case "pipe":
      // What is done before the schema looks (`z.preprocess`) says nothing of what is sent.
      if (def.in._zod.def.type === "transform") return add(def.out);
      add(def.in);
      return shorten(fields, name, maximumOf(def.out));
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
      return add(def.innerType);
    case "union":
      for (const option of def.options) add(option);
      return fields;
    case "intersection":
      add(def.left);
      return add(def.right);
    case "array":
      return put(fields, name, { most: (maximumOf(schema) ?? longestList) + 1, takesFiles: false });
    default:
      return put(fields, name, { most: 1, takesFiles: def.type === "custom" || def.type === "file" });
  }
}

const below = (name: string, key: string): string => (name ? `${name}.${key}` : key);

function maximumOf({ _zod: { def } }: Schema): number | undefined {
  const checks = (def.checks ?? []).map((check) => check._zod.def as { check: string; maximum?: number });
  return checks.find(({ check }) => check === "max_length")?.maximum;
}

/** Texts are cleaned first (`z.string().transform(…).pipe(…)`), so that their limit stands behind that. */
function shorten(fields: Fields, name: string, longest: number | undefined): Fields {
  const field = fields.get(name);
  if (field && longest !== undefined) field.longest = Math.max(longest, field.longest ?? 0);
  return fields;
}

/** A name that two branches of a union have may be used as the more generous one says. */
function put(fields: Fields, name: string, field: Field): Fields {
  const other = fields.get(name);
  return fields.set(name, {
    most: Math.max(field.most, other?.most ?? 0),
    ...(other?.longest !== undefined && { longest: other.longest }),
    takesFiles: field.takesFiles || (other?.takesFiles ?? false),
  });
}
