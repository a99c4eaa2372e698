import { Drag } from "./drag";
import { say } from "./toast-region";

/**
 * Moves cards, or the rows of a list, without loading the page: by their arrows, keeping the focus where it was, or dragged
 * by their dots. All is drawn anew from the page itself, so it shows how things stand, whoever else moves them meanwhile.
 */
class DragBoard extends HTMLElement {
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
    const { number = "", from } = card.dataset;
    try {
      const response = await fetch(`${this.dataset.action}/${number}/move`, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ ...(from !== undefined && { from }), ...wish }),
      });
      const { error, ask } = (await response.json()) as { error?: string; ask?: string };
      // Of some moves the server shows first what they mean.
      if (ask) return location.assign(ask);
      await this.#redraw(focused, number);
      say(response.ok ? this.querySelector<HTMLElement>(`#card-${number}`)?.dataset.place : error);
    } catch {
      say();
      await this.#redraw(focused).catch(() => {});
    } finally {
      this.#isSending = false;
    }
  }

  /** The focus goes to another arrow of the card where the one that had it leads nowhere any more. */
  async #redraw(focused?: string, number?: string): Promise<void> {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("drag-board");
    if (fresh) this.replaceChildren(...fresh.childNodes);
    if (!focused) return;
    const next = this.querySelector(`#${focused}`) ?? this.querySelector(`#card-${number} [name=step]`);
    (next as HTMLElement | null)?.focus();
  }
}

customElements.define("drag-board", DragBoard);
