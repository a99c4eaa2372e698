import { LRUCache } from "lru-cache";
import type { Sql, TransactionSql } from "postgres";
import { isPlannedByValues } from "./client.server";

/** What the database keeps of each, in every connection, is some ten kilobytes. */
const mostPrepared = 400;
/** Of those that came once, in case they come again. */
const mostRemembered = 1000;
/** Longer ones put many rows in one statement, and differ with their number. */
const longest = 20_000;

/**
 * Has a client prepare the statements that come again: the database parses and plans each once for a connection instead
 * of each time, and is asked once instead of twice. postgres.js forgets none of them as long as a connection lasts, so
 * there is a bound: what comes after it, or only once, goes as before. So does what says that its plan depends on its values.
 */
export function prepareStatements(client: Sql): Sql {
  const once = new LRUCache<string, true>({ max: mostRemembered });
  const prepared = new Set<string>();

  function isPrepared(text: string): boolean {
    if (prepared.has(text)) return true;
    if (isPlannedByValues(text)) return false;
    if (text.length > longest || prepared.size >= mostPrepared) return false;
    if (once.has(text)) prepared.add(text);
    else once.set(text, true);
    return prepared.has(text);
  }

  function wrap<Client extends Sql | TransactionSql>(sql: Client): Client {
    const unsafe = sql.unsafe.bind(sql) as Sql["unsafe"];
    sql.unsafe = ((text, values = [], options) =>
      unsafe(text, values, { ...options, prepare: values.length > 0 && isPrepared(text) })) as Sql["unsafe"];
    for (const name of ["begin", "savepoint"] as const) {
      const nest = (sql as unknown as Record<string, Nest | undefined>)[name];
      if (nest) Object.assign(sql, { [name]: (work: Work) => nest((inner) => work(wrap(inner))) });
    }
    return sql;
  }

  return wrap(client);
}

type Work = (sql: TransactionSql) => unknown;
type Nest = (work: Work) => Promise<unknown>;
