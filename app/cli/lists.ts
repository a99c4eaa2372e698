import { writeFile } from "node:fs/promises";
import { lists, writeList } from "./lists/lists";

// Writes all lists of files anew, after one was added or is gone.
for (const list of lists) await writeFile(list.file, await writeList(list));
