import { markRead, pagePath } from "./pages-read.js";

/**
 * At the end of a page: the way on. A reader who came by a route (the address says which) is offered the route's next
 * page instead of the book's. Reaching this point counts as having read the page.
 */
class ReadingRoute extends HTMLElement {
  private observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const route = new URLSearchParams(location.search).get("route");
    const wanted = [...this.querySelectorAll<HTMLElement>("[data-route]")].find((each) => each.dataset["route"] === route);
    if (wanted) for (const each of this.querySelectorAll("nav")) each.hidden = each !== wanted;

    this.observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      markRead(pagePath());
      this.observer?.disconnect();
    });
    this.observer.observe(this);
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
  }
}

customElements.define("reading-route", ReadingRoute);
