import type { PGlite, QueryOptions, Results, Transaction } from "@electric-sql/pglite";
import { statementsOf } from "./prepared-statements.server";

/** What Drizzle uses of PGlite. */
export type Client = Pick<PGlite, "query" | "transaction">;

/** What PGlite takes its turns by: a statement outside a transaction waits until that has ended. */
type Turns = { _runExclusiveTransaction<T>(run: () => Promise<T>): Promise<T> };

/**
 * PGlite, which parses and plans anew whatever it is asked, with the plans kept of what it is asked again: they take longer
 * than most answers. All errors are those of PostgreSQL.
 */
export function prepared(pglite: PGlite & Partial<Turns>): Client {
  const statements = statementsOf(pglite);
  const { _runExclusiveTransaction: takeTurns } = pglite;
  if (!takeTurns) throw new Error("This version of PGlite takes its turns in another way.");
  return {
    async query<Row>(text: string, values?: unknown[], options?: QueryOptions) {
      // Which says that it is closed.
      if (pglite.closed) return pglite.query<Row>(text, values, options);
      await pglite.waitReady;
      return takeTurns.call(pglite, async () => {
        const results = await statements.ask(text, values, options);
        await pglite.syncToFs();
        return results;
      }) as Promise<Results<Row>>;
    },
    transaction: (run) => pglite.transaction((tx) => run(within(tx, statements))),
  };
}

/** A transaction whose statements are kept, too; once it is over it refuses them as before. */
function within(tx: Transaction, statements: ReturnType<typeof statementsOf>): Transaction {
  const query = <Row>(text: string, values?: unknown[], options?: QueryOptions) =>
    tx.closed
      ? tx.query<Row>(text, values, options)
      : (statements.ask(text, values, options, true) as Promise<Results<Row>>);
  return Object.assign(Object.create(tx) as Transaction, { query });
}
