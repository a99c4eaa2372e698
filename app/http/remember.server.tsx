import { LRUCache } from "lru-cache";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Words } from "~/i18n";
import { type Frame, FrameProvider } from "~/ui/frame";

/** Characters of one kind of piece: some thousand rows of a list. */
const most = 6_000_000;

const shelves = new WeakMap<object, LRUCache<string, string>>();

/**
 * A piece of a page as HTML, made once for the same properties in the same words. It knows nothing else of the frame
 * and fails if it asks; so there is nothing that could make what is kept untrue.
 */
export function remember<Props extends object>(Piece: ComponentType<Props>, props: Props, words: Words): string {
  const shelf = shelves.get(Piece) ?? new LRUCache({ maxSize: most, sizeCalculation: sizeOf });
  shelves.set(Piece, shelf);
  const key = `${words.language} ${words.timeZone} ${words.version} ${JSON.stringify(props)}`;
  let html = shelf.get(key);
  if (html === undefined) {
    html = renderToStaticMarkup(
      <FrameProvider frame={onlyWords(words)}>
        <Piece {...props} />
      </FrameProvider>,
    );
    shelf.set(key, html);
  }
  return html;
}

const sizeOf = (html: string, key: string): number => html.length + key.length;

const onlyWords = (words: Words): Frame =>
  new Proxy({ words } as Frame, {
    get(frame, name, receiver) {
      if (name !== "words") throw new Error(`A remembered piece may not depend on the frame's ${String(name)}.`);
      return Reflect.get(frame, name, receiver);
    },
  });
