import { createHash } from "node:crypto";
import { namesIn, type Section, type Settings } from "./table";

/** Another one as soon as a setting of the section's form is another. */
export const versionOf = (section: Section, settings: Settings): string =>
  createHash("sha256")
    .update(JSON.stringify(namesIn(section).map((name) => settings[name])))
    .digest("base64url")
    .slice(0, 16);
