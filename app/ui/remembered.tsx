import type { ComponentType } from "react";
import { useFrame } from "./frame";

interface Props<Inner extends object> {
  of: ComponentType<Inner>;
  /** All that it shows, as plain data. */
  with: Inner;
}

/**
 * An item of a list that looks the same for everybody who would see the same of it, and is rendered once for them:
 * rendering is most of what a page costs.
 */
export function RememberedItem<Inner extends object>({ of: Piece, with: props }: Props<Inner>) {
  const { remember, words } = useFrame();
  const html = remember(Piece, props, words);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React made it.
  return <li dangerouslySetInnerHTML={{ __html: html }} />;
}
