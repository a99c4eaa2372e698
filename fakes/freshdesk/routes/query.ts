import { invalid } from "../http/answers";

export type Value = string | number | boolean | null | string[];
type Test = (value: (field: string) => Value) => boolean;

const token = /\s*(\(|\)|AND\b|OR\b|[A-Za-z_][\w]*:[<>]?(?:'(?:[^'\\]|\\.)*'|[^\s()]+))/y;
const dates = new Set(["due_by", "fr_due_by", "created_at", "updated_at"]);

/** `(status:2 OR status:3) AND created_at:>'2026-01-01'` as a test of values. */
export function compileQuery(text: string, fields: string[]): Test {
  const tokens = split(text);
  const test = either();
  if (tokens.length > 0) throw notUnderstood();
  return test;

  function either(): Test {
    const tests = [both()];
    while (tokens[0] === "OR") {
      tokens.shift();
      tests.push(both());
    }
    return (value) => tests.some((one) => one(value));
  }

  function both(): Test {
    const tests = [single()];
    while (tokens[0] === "AND") {
      tokens.shift();
      tests.push(single());
    }
    return (value) => tests.every((one) => one(value));
  }

  function single(): Test {
    const next = tokens.shift();
    if (next === "(") {
      const inner = either();
      if (tokens.shift() !== ")") throw notUnderstood();
      return inner;
    }
    if (!next?.includes(":")) throw notUnderstood();
    return clause(next, fields);
  }
}

function split(text: string): string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text)?.[1];
    if (!found) throw notUnderstood();
    tokens.push(found);
  }
  return tokens;
}

function clause(text: string, fields: string[]): Test {
  const [, field = "", sign = "", raw = ""] = /^(\w+):([<>]?)(.*)$/s.exec(text) ?? [];
  if (!fields.includes(field)) {
    throw invalid({ field, message: "Unexpected/invalid field in request", code: "invalid_field" });
  }
  const isText = raw.startsWith("'");
  const wanted = isText ? raw.slice(1, -1).replace(/\\(.)/g, "$1") : raw;
  return (value) => {
    const held = value(field);
    if (!isText && wanted === "null") return held === null || (Array.isArray(held) && held.length === 0);
    if (Array.isArray(held)) return held.includes(wanted);
    if (held === null) return false;
    if (typeof held === "boolean") return String(held) === wanted;
    const a = dates.has(field) ? dayOf(held) : held;
    const b = isText ? wanted : Number(wanted);
    if (sign === ">") return a >= b;
    if (sign === "<") return a <= b;
    return String(a).toLowerCase() === String(b).toLowerCase();
  };
}

/** Whole days in UTC. */
function dayOf(value: Value): string {
  return new Date(value as number).toISOString().slice(0, 10);
}

function notUnderstood() {
  return invalid({ field: "query", message: "Given query is invalid", code: "invalid_value" });
}
