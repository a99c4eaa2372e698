/** Announces messages and lets them go: those that came with the page, and those that other elements say. */
export class ToastRegion extends HTMLElement {
  connectedCallback(): void {
    // A screen reader speaks of what changes in a live region, not of what was there from the start.
    for (const message of [...this.children]) {
      message.remove();
      requestAnimationFrame(() => this.#show(message as HTMLElement));
    }
  }

  say(sentence: string): void {
    const message = document.createElement("p");
    message.className =
      "toast rounded-full border border-line bg-surface px-4 py-2 text-sm font-medium text-ink shadow-float";
    message.textContent = sentence;
    this.#show(message);
  }

  #show(message: HTMLElement): void {
    this.append(message);
    const leave = setTimeout(() => message.remove(), 8000);
    // Whoever reads slowly points at it, and it stays.
    message.addEventListener("pointerenter", () => clearTimeout(leave));
  }
}

customElements.define("toast-region", ToastRegion);

/** Says a sentence to everybody, or that something failed. */
export function say(sentence?: string): void {
  const region = document.querySelector<ToastRegion>("toast-region");
  region?.say(sentence ?? region.dataset.failed ?? "");
}
