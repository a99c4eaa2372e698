import type { Field } from "~/models/admin/imports/columns";
import type { Format } from "~/models/admin/imports/import-file";
import type { Remark } from "~/models/admin/imports/row";
import type { RowFault } from "~/models/admin/imports/row-fault";
import type { UploadFault } from "~/models/admin/imports/uploads/report";
import { useWords } from "~/ui/frame";

/** Gives the name of a format. */
export function useFormatName() {
  const { t } = useWords();
  return (format: string): string => t(`importStaff.format.${format as Format}`);
}

/** Puts into words why nothing can be imported of a file. */
export function useFileFault() {
  const { t, number } = useWords();
  const formatName = useFormatName();
  return (fault: UploadFault): string => {
    switch (fault.code) {
      case "zip":
        return t(`importStaff.zip.${fault.problem}`);
      case "tooMany":
        return t("importStaff.fault.tooMany", {
          field: t(`importStaff.field.${fault.field as Field}`),
          max: number(fault.max),
        });
      case "notThisFormat":
        return t("importStaff.fault.notThisFormat", { format: formatName(fault.format) });
      default:
        return t(`importStaff.fault.${fault.code}`, { ...fault });
    }
  };
}

/** Puts into words why a row cannot be imported. */
export function useRowFault() {
  const { t, number } = useWords();
  return (fault: RowFault): string => {
    switch (fault.code) {
      case "bodyTooLarge":
        return t("importStaff.row.bodyTooLarge", { kilobytes: number(fault.bytes / 1024) });
      case "rowTooLarge":
        return t("importStaff.row.rowTooLarge", { megabytes: number(fault.bytes / 1024 / 1024) });
      default:
        return t(`importStaff.row.${fault.code}`, { ...fault });
    }
  };
}

export function useRemark() {
  const { t } = useWords();
  return (remark: Remark): string => t(`importStaff.remark.${remark.code}`, { ...remark });
}
