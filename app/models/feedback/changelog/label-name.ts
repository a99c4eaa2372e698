import type { Words } from "~/i18n";
import type { Label } from "./labels.server";

/** What a label is called: by the team's own name for it or, for those of the product, in the reader's language. */
export const labelName = ({ t }: Words, { slug, name }: Pick<Label, "slug" | "name">): string =>
  name ?? t(`changelog.label.${slug}` as "changelog.label.new");
