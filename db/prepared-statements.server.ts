import { type PGlite, protocol, type QueryOptions, type Results } from "@electric-sql/pglite";
import { LRUCache } from "lru-cache";
import { type Field, isDescribed, isParameters, readResults, writeValues } from "./wire-results.server";

const { serialize } = protocol;

/** Statements of which the plans are kept; one takes some ten kilobytes. */
const mostKept = 500;

interface Statement {
  name: string;
  /** By their oids. */
  parameters: number[];
  fields: Field[];
}

/** What PostgreSQL says where a table has changed since a statement was planned, so that it has other columns now. */
const planIsStale = "0A000";

type Statements = ReturnType<typeof openStatements>;

const opened = new WeakMap<PGlite, Statements>();

/** The statements that an instance of PGlite keeps; they stay with it, whoever asks. */
export function statementsOf(pglite: PGlite): Statements {
  const statements = opened.get(pglite) ?? openStatements(pglite);
  opened.set(pglite, statements);
  return statements;
}

function openStatements(pglite: PGlite) {
  let lastNumber = 0;
  const gone: Statement[] = [];
  const kept = new LRUCache<string, Statement>({ max: mostKept, dispose: (statement) => gone.push(statement) });
  const send = (...messages: Uint8Array[]) =>
    pglite.execProtocolStream(Buffer.concat([...closed(gone), ...messages, serialize.sync()]), { syncToFs: false });

  async function prepare(text: string): Promise<Statement> {
    const name = `groundswell_${++lastNumber}`;
    const messages = await send(serialize.parse({ name, text }), serialize.describe({ type: "S", name }));
    const parameters = messages.find(isParameters)?.dataTypeIDs ?? [];
    const statement = { name, parameters, fields: messages.find(isDescribed)?.fields ?? [] };
    kept.set(text, statement);
    return statement;
  }

  async function run(text: string, values: unknown[], options?: QueryOptions): Promise<Results> {
    const { name: statement, parameters, fields } = kept.get(text) ?? (await prepare(text));
    const bound = writeValues(values, parameters, pglite.serializers);
    const messages = await send(serialize.bind({ statement, values: bound }), serialize.execute({}));
    return readResults(messages, fields, options, pglite.parsers);
  }

  return {
    /** As PGlite's `query`, when it is its turn. Within a transaction a plan that is stale ends it. */
    ask: (text: string, values: unknown[] = [], options?: QueryOptions, isWithin = false): Promise<Results> =>
      pglite.runExclusive(async () => {
        const isKept = kept.has(text);
        try {
          return await run(text, values, options);
        } catch (error) {
          const isStale = isKept && (error as { code?: string }).code === planIsStale;
          if (isStale) kept.delete(text);
          if (!isStale || isWithin) throw error;
          return run(text, values, options);
        }
      }),
  };
}

const closed = (gone: Statement[]): Uint8Array[] =>
  gone.splice(0).map(({ name }) => serialize.close({ type: "S", name }));
