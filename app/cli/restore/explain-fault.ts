import type { RestoreFault } from "~/models/admin/exports/not-restorable";

/** Why nothing is restored, and what helps. */
export function restoreFault(fault: RestoreFault): string {
  switch (fault.code) {
    case "noZip":
      return `This is no zip that can be read: ${fault.message.replace(/\.$/, "")}.`;
    case "noManifest":
      return "This is no export of a portal: it has no manifest.json that can be understood.";
    case "otherSchema":
      return `This export was made by version ${fault.appVersion} with its database as of ${day(fault.made)}; this portal's is as of ${day(fault.here)}.\nRestore it with the version that made it, and bring that up to date afterwards.`;
    case "otherTables":
      return `This export has other tables than this portal: ${fault.names.join(", ") || "one of them twice"}.`;
    case "unexpectedFile":
      return `${fault.path} does not belong into an export.`;
    case "missingFile":
      return `${fault.path} is missing.`;
    case "tooLarge":
      return `${fault.path} would unpack to more than any portal has. Nothing is unpacked.`;
    case "damaged":
      return `${fault.path} is not what it was when the export was made.`;
    case "notEmpty":
      return "There is something in this portal already. Restore into an empty one, before anybody signs in: nothing is ever overwritten.";
  }
}

const day = (time: number): string => new Date(time).toISOString().slice(0, 16).replace("T", " ");
