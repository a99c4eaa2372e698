import type { Bundle } from "./bundle.server";
import { type JsonRecord, readJsonLists } from "./read-json.server";
import type { RowFault } from "./row-fault";

type Fields = Record<string, unknown>;

export type CannyKind = "post" | "comment" | "vote" | "statusChange";

/** An item of Canny's API; `line` counts all items before it, of whatever kind. */
export type CannyItem = { line: number } & ({ kind: CannyKind; value: Fields } | { fault: RowFault });

/** How the responses of Canny's lists begin. */
const beginning =
  /^\s*\[?\s*\{\s*"(?:posts|comments|votes|boards|users|statusChanges|status_changes|categories|tags|hasMore)"\s*:/;

/** Whether a text begins as a response of Canny's API does, or several in one. */
export const isCannyText = (text: string): boolean => beginning.test(text.replace(/^\uFEFF/, ""));

/** Everything in a bundle of responses of Canny's API that has to do with posts, as it comes. */
export async function* readCannyItems(bundle: Bundle): AsyncGenerator<CannyItem> {
  let line = 0;
  for (const name of bundle.names) {
    if (!bundle.isOneFile && !/\.jsonl?$/i.test(name)) continue;
    for await (const record of readJsonLists(bundle.read(name))) {
      line += 1;
      const item = itemOf(record);
      if (item) yield { line, ...item };
    }
  }
}

function itemOf(record: JsonRecord): { kind: CannyKind; value: Fields } | { fault: RowFault } | undefined {
  if ("fault" in record) return record.fault.code === "notAnObject" ? undefined : { fault: record.fault };
  const kind = kindOf(record.value);
  return kind && { kind, value: record.value };
}

/** Told by what it has, because lists are called otherwise from one version to the next. */
function kindOf(value: Fields): CannyKind | undefined {
  if ("voter" in value) return "vote";
  if ("changer" in value || "changeComment" in value) return "statusChange";
  if ("value" in value && "post" in value) return "comment";
  return "title" in value && "details" in value ? "post" : undefined;
}
