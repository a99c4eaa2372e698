import type { Outside } from "~/integrations/open-outside.server";
import { StorageFault } from "~/integrations/storage/storage";
import type { Log } from "~/log.server";
import { DomainError } from "~/models/core/domain-error";
import type { FileStore } from "~/models/core/files/file-store";

/** Storage and scanner as models see them: what goes wrong outside is said to people, and logged. */
export function fileStore({ storage, scan }: Pick<Outside, "storage" | "scan">, log: Log): FileStore {
  const said = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      log.error({ err: error, cause: String(error.cause) }, "storage");
      throw new DomainError(error.reason === "full" ? "storageFull" : "storageAway");
    }
  };
  return {
    put: (key, file) => said(() => storage.put(key, file)),
    get: (key, range) => said(() => storage.get(key, range)),
    remove: (key) => said(() => storage.remove(key)),
    list: () => storage.list(),
    async scan(file) {
      const virus = await scan?.(file()).catch((error: unknown) => {
        log.error({ err: error }, "virus scanner");
        throw new DomainError("scannerAway");
      });
      if (!virus) return;
      log.warn({ virus }, "a file with a virus was refused");
      throw new DomainError("virusFound");
    },
  };
}
