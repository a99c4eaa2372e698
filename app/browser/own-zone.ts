import { keepCookie } from "./keep-cookie";

/** Tells the server by which clock somebody who is signed in reads the pages to come. */
class OwnZone extends HTMLElement {
  connectedCallback(): void {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) keepCookie("zone", zone);
  }
}

customElements.define("own-zone", OwnZone);
