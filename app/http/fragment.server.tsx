import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { FrameProvider } from "~/ui/frame";
import { remember } from "./remember.server";
import type { Visit } from "./visit.server";

/** A piece of a page as HTML, for our own script to put where it belongs. */
export function renderFragment({ words, portal, viewer, theme, path }: Visit, piece: ReactNode): string {
  const nothing = {
    unread: 0,
    hasNewEntry: false,
    hasRoadmap: false,
    script: "",
    isHotReloading: false,
    showsOutbox: false,
    remember,
  };
  const frame = { words, settings: portal.settings, viewer, theme, path, ...nothing };
  return renderToStaticMarkup(<FrameProvider frame={frame}>{piece}</FrameProvider>);
}
