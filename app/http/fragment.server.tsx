import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { FrameProvider } from "~/ui/frame";
import type { Visit } from "./visit.server";

/** A piece of a page as HTML, for our own script to put where it belongs. */
export function renderFragment({ words, viewer, theme, path }: Visit, piece: ReactNode): string {
  const frame = { words, viewer, theme, path, unread: 0, script: "", isHotReloading: false, showsOutbox: false };
  return renderToStaticMarkup(<FrameProvider frame={frame}>{piece}</FrameProvider>);
}
