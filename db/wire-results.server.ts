import type { PGlite, QueryOptions, Results } from "@electric-sql/pglite";

type Messages = Awaited<ReturnType<PGlite["execProtocolStream"]>>;
type Message = Messages[number];

/** A column of a result; its type by its oid. */
export interface Field {
  name: string;
  dataTypeID: number;
}

export const isParameters = (message: Message): message is Message & { dataTypeIDs: number[] } =>
  message.name === "parameterDescription";
export const isDescribed = (message: Message): message is Message & { fields: Field[] } =>
  message.name === "rowDescription";
const isRow = (message: Message): message is Message & { fields: (string | null)[] } => message.name === "dataRow";
const isEnd = (message: Message): message is Message & { text: string } => message.name === "commandComplete";

/** Values as text, as PostgreSQL's types want them. */
export function writeValues(values: unknown[], parameters: number[], serializers: PGlite["serializers"]) {
  return values.map((value, i) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Date)
      throw new TypeError("A Date is to be written as its column writes it: a server takes none.");
    const serialize = serializers[parameters[i] ?? 0];
    return serialize ? serialize(value) : String(value);
  });
}

/**
 * What PGlite's own `query` would resolve to; a statement that was prepared has its columns told once.
 * @param usual of the instance, one for each of hundreds of types: to copy them takes as long as a short query
 */
export function readResults(
  messages: Messages,
  fields: Field[],
  { rowMode, parsers = {} }: QueryOptions = {},
  usual: PGlite["parsers"] = {},
): Results {
  const readers = fields.map(({ dataTypeID: type }) => {
    const read = parsers[type] ?? usual[type] ?? String;
    return (text: string | null) => (text === null ? null : read(text, type));
  });
  const rows = messages.filter(isRow).map((row) => {
    const values = row.fields.map((text, i) => readers[i]?.(text));
    return rowMode === "array" ? values : Object.fromEntries(fields.map(({ name }, i) => [name, values[i]]));
  });
  return { rows: rows as Results["rows"], fields, affectedRows: affectedBy(messages.find(isEnd)?.text ?? "") };
}

/** `UPDATE 3`, `INSERT 0 5` */
const affectedBy = (tag: string): number =>
  Number(/^(?:INSERT|UPDATE|DELETE|COPY|MERGE) .*?(\d+)$/.exec(tag)?.[1] ?? 0);
