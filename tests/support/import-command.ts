import { readOptions } from "~/cli/import/options";
import { runImport } from "~/cli/import/run-import.server";
import { db } from "./database";

/** `npm run import` as far as it goes without a process of its own: resolves to what the program says. */
export const importInto =
  (folder: { readonly path: string }) =>
  async (...args: string[]): Promise<string> => {
    const options = readOptions(args);
    if (!options || "undo" in options) throw new Error("These arguments are not understood.");
    const said: string[] = [];
    await runImport(options, {
      print: (line) => said.push(line),
      withDatabase: (use) => use(db),
      isTerminal: false,
      folder: folder.path,
    });
    return said.join("\n");
  };
