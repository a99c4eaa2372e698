import { Drag } from "./roadmap-drag";
import { say } from "./toast-region";

/**
 * Moves cards without loading the page: by their arrows, keeping the focus where it was, or dragged by their dots. The
 * columns are drawn anew from the page itself, so they show how things stand, whoever else moves cards meanwhile.
 */
class RoadmapBoard extends HTMLElement {
  #isSending = false;

  connectedCallback(): void {
    this.addEventListener("submit", (event) => {
      const step = event.submitter as HTMLButtonElement | null;
      if (step?.name !== "step") return;
      event.preventDefault();
      const card = step.closest<HTMLElement>("[data-number]");
      if (card) void this.#move(card, { step: step.value }, step.id);
    });
    this.addEventListener("pointerdown", (event) => {
      const grip = (event.target as HTMLElement).closest<HTMLElement>(".grip");
      const card = grip?.closest<HTMLElement>("[data-number]");
      if (!grip || !card || event.button !== 0 || this.#isSending) return;
      event.preventDefault();
      new Drag(this, card, event.pointerId, (to) => void this.#move(card, { to }));
    });
  }

  async #move(card: HTMLElement, wish: Record<string, string>, focused?: string): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const { number = "", from = "" } = card.dataset;
    try {
      const response = await fetch(`${this.dataset.action}/${number}/move`, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ from, ...wish }),
      });
      const { error } = (await response.json()) as { error?: string };
      await this.#redraw(focused);
      say(response.ok ? this.querySelector<HTMLElement>(`#card-${number}`)?.dataset.place : error);
    } catch {
      say();
      await this.#redraw(focused).catch(() => {});
    } finally {
      this.#isSending = false;
    }
  }

  async #redraw(focused?: string): Promise<void> {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("roadmap-board");
    if (fresh) this.replaceChildren(...fresh.childNodes);
    if (focused) this.querySelector<HTMLElement>(`#${focused}`)?.focus();
  }
}

customElements.define("roadmap-board", RoadmapBoard);
