import { say } from "./toast-region";

/**
 * Copies the address of its link, or passes it on where a phone does that. Where a browser lets pages do neither
 * (without https, say), the link stays.
 */
class PageLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    const way = wayHere();
    const button = this.querySelector("template")?.content.querySelector(`[name=${way}]`)?.cloneNode(true);
    if (!link || !(button instanceof HTMLButtonElement)) return;
    button.addEventListener("click", () => (way === "share" ? share(link.href) : this.#copy(link.href)));
    link.replaceWith(button);
  }

  async #copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      say(this.dataset.copied);
    } catch {
      say();
    }
  }
}

/** Desktops share as well, but nobody looks there for what copying does at once. */
function wayHere(): "share" | "copy" | undefined {
  if ("share" in navigator && matchMedia("(pointer: coarse)").matches) return "share";
  return "clipboard" in navigator ? "copy" : undefined;
}

async function share(url: string): Promise<void> {
  try {
    await navigator.share({ title: document.querySelector("h1")?.textContent ?? document.title, url });
  } catch (error) {
    // Whoever thinks better of it has seen what happened.
    if ((error as Error).name !== "AbortError") say();
  }
}

customElements.define("page-link", PageLink);
