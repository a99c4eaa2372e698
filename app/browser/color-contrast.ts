const patience = 150;

/** Says how well text can be read in a colour while somebody chooses it; the server says it, too, when it is saved. */
class ColorContrast extends HTMLElement {
  #question: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener("input", ({ target }) => this.#ask((target as HTMLInputElement).value));
  }

  async #ask(color: string): Promise<void> {
    this.#question?.abort();
    const { signal } = (this.#question = new AbortController());
    await new Promise((resolve) => setTimeout(resolve, patience));
    if (signal.aborted) return;
    try {
      const headers = { Accept: "application/json" };
      const response = await fetch(`${this.dataset.action}${encodeURIComponent(color)}`, { headers, signal });
      const place = this.querySelector("[data-place]");
      if (place && response.ok && !response.redirected) place.innerHTML = (await response.json()).html;
    } catch {
      // The server says it when the form is sent.
    }
  }
}

customElements.define("color-contrast", ColorContrast);
