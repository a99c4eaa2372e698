import type * as en from "./en";
import type { Merged } from "./merge";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: Merged<typeof en> };
  }
}
