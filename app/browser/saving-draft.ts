/** Milliseconds after somebody has stopped typing. */
const pause = 2000;

/**
 * Saves the form within it by itself, at the address in its `data-saved-draft`, and says so in `[data-said]`. Once somebody
 * else has saved meanwhile it stops, and whoever sends the form is shown the difference. No other form within it, as that which
 * publishes, leaves before what was typed is kept.
 */
class SavingDraft extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #isRefused = false;
  #underWay: Promise<void> | undefined;

  connectedCallback(): void {
    const form = this.#form;
    form.addEventListener("input", () => {
      this.#isDirty = true;
      clearTimeout(this.#timer);
      if (!this.#isRefused) this.#timer = setTimeout(() => void this.#save(), pause);
    });
    this.addEventListener("submit", (event) => void this.#letGo(event as SubmitEvent));
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  get #form(): HTMLFormElement {
    return this.querySelector("form[data-saved-draft]") as HTMLFormElement;
  }

  async #letGo(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement;
    const mustWait = this.#underWay !== undefined || (form !== this.#form && this.#isDirty);
    if (!mustWait) return clearTimeout(this.#timer);
    event.preventDefault();
    await this.#underWay;
    if (form !== this.#form) await this.#save();
    if (form === this.#form || !this.#isDirty) form.requestSubmit(event.submitter);
  }

  #save(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#isDirty) return Promise.resolve();
    // One after the other: the next one says which revision it has changed.
    this.#underWay = (this.#underWay ?? Promise.resolve()).then(() => this.#send());
    const mine = this.#underWay;
    return mine.finally(() => {
      if (this.#underWay === mine) this.#underWay = undefined;
    });
  }

  async #send(): Promise<void> {
    this.#isDirty = false;
    const response = await fetch(this.#form.dataset.savedDraft ?? "", {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(this.#form) as unknown as Record<string, string>),
    }).catch(() => undefined);
    const said = response?.redirected ? undefined : await response?.json().catch(() => undefined);
    if (response?.ok && said) {
      this.#say(this.dataset.done);
      for (const field of this.querySelectorAll<HTMLInputElement>("input[name=revision]"))
        field.value = String(said.revision);
      return;
    }
    this.#isDirty = true;
    this.#isRefused = response?.status === 409;
    this.#say(said?.error ?? this.dataset.failed);
  }

  #say(sentence = ""): void {
    const place = this.querySelector("[data-said]");
    if (place) place.textContent = sentence;
  }
}

customElements.define("saving-draft", SavingDraft);
