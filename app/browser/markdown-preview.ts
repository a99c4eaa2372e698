import { say } from "./toast-region";

/** Adds a button under a text that shows how it will look, made by the server's own rules. */
class MarkdownPreview extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector("template");
    const text = this.querySelector("textarea");
    if (!template || !text) return;
    template.replaceWith(template.content.cloneNode(true));
    const button = this.querySelector("button") as HTMLButtonElement;
    const words = { show: button.textContent ?? "", write: button.dataset.shown ?? "" };
    const output = document.createElement("div");
    output.className = "prose min-h-24 rounded-lg border border-line bg-surface p-3";
    output.dir = "auto";
    output.hidden = true;
    text.after(output);
    button.addEventListener("click", async () => {
      if (output.hidden && !(await this.#render(text.value, output))) return say();
      output.hidden = !output.hidden;
      text.hidden = !output.hidden;
      button.textContent = output.hidden ? words.show : words.write;
    });
  }

  /** The HTML comes sanitised, by the same hands as everything people wrote. */
  async #render(body: string, output: HTMLElement): Promise<boolean> {
    const response = await fetch(this.dataset.action ?? "", {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ body }),
    }).catch(() => undefined);
    if (!response?.ok) return false;
    output.innerHTML = ((await response.json()) as { html: string }).html;
    return true;
  }
}

customElements.define("markdown-preview", MarkdownPreview);
