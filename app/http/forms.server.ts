import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { DomainError } from "~/models/core/domain-error";
import { readFault } from "~/models/core/text/fields";
import { type Pair, readFormBody } from "./form-body.server";
import { inOurWords } from "./in-our-words";
import { type Field, type Fields, knownFields } from "./known-fields";
import { readFormWithFiles } from "./read-form-with-files.server";
import type { Visit } from "./visit.server";

/** A form that breaks its rules; turned into the same page again with a message at each field. */
export class InvalidForm extends Error {}

interface Handler {
  request: Request;
  context: Visit;
}

/** No form that people fill in has more, but for those whose schema says so. */
const usualMost = 200;

/**
 * The form of an action, by the rules of `schema`: the fields that it knows, and no others. Throws
 * {@link InvalidForm}, `filesRefused`, and the problem `malformed` for what is no form of ours at all, or was sent with nothing wrong
 * that its page could show.
 */
export async function readForm<Schema extends z.ZodType>(
  { request, context }: Handler,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { form, isCut } = await readKnown({ request, context }, knownFields(schema));
  const submission = parseWithZod(form, { schema, error: inOurWords, disableAutoCoercion: true });
  context.outgoing.submission = submission;
  if (submission.status !== "success") {
    if (canBePutRight(submission.error)) throw new InvalidForm();
    throw new DomainError("malformed");
  }
  if (isCut) throw new DomainError("malformed");
  if (context.outgoing.files?.refused.length) throw new DomainError("filesRefused");
  return submission.value;
}

/**
 * The library that parses forms builds whatever their names describe (`a[100000000]`), copies a list for each of its
 * items, and takes orders (`__intent__`). So it gets what the schema knows, and a list no longer than that allows. Nor
 * does anybody clean a megabyte only to find that a name has a hundred characters.
 */
async function readKnown(handler: Handler, fields: Fields): Promise<{ form: FormData; isCut: boolean }> {
  const most = [...fields.values()].reduce((sum, field) => sum + field.most, 0);
  const form = new FormData();
  const counts = new Map<string, number>();
  let isCut = false;
  for (const [name, value] of await readSent(handler, Math.max(most, usualMost))) {
    const field = fields.get(name);
    const count = (counts.get(name) ?? 0) + 1;
    // No page has two of what is one; what reads one would get a list.
    if (field?.most === 1 && count > 1) throw new DomainError("malformed");
    if (!field || count > field.most || (typeof value !== "string" && !field.takesFiles)) continue;
    counts.set(name, count);
    const text = typeof value === "string" ? value.slice(0, roomFor(field)) : value;
    if (text !== value) isCut = true;
    form.append(name, text);
  }
  return { form, isCut };
}

function readSent({ request, context }: Handler, most: number): Promise<Iterable<Pair>> {
  const { formWithFiles } = context;
  return formWithFiles ? readFormWithFiles({ request, context }, formWithFiles, most) : readFormBody(request, most);
}

/** Whatever is cleaned away is not so many times what is left. */
const roomFor = ({ longest = Number.POSITIVE_INFINITY }: Field): number => 10 * longest + 1000;

/** Whether there is anything wrong that whoever sent the form can put right. */
const canBePutRight = (error: Record<string, string[] | null> | null): boolean =>
  Object.values(error ?? {}).some((messages) => readFault(messages?.[0] ?? "")?.code !== "unreadable");
