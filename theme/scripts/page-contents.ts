/** Opens the list of contents where there is room for it and marks the heading being read. */
class PageContents extends HTMLElement {
  private readonly wide = matchMedia("(min-width: 75rem)");
  private observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const details = this.querySelector("details");
    const fit = (): void => {
      if (details) details.open = this.wide.matches;
    };
    fit();
    this.wide.addEventListener("change", fit);
    this.watchHeadings();
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
  }

  private watchHeadings(): void {
    const links = new Map<Element, HTMLAnchorElement>();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }

    const headings = [...links.keys()];
    const mark = (): void => {
      // The heading being read is the last one above the upper third of the window.
      const line = innerHeight * 0.34 + 1;
      const current = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
      for (const [heading, link] of links) {
        if (heading === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      }
    };
    // The area watched reaches far above the window, so that a heading counts from the line upwards even after a jump.
    this.observer = new IntersectionObserver(mark, { rootMargin: "99999px 0px -66% 0px" });
    for (const heading of headings) this.observer.observe(heading);
  }
}

customElements.define("page-contents", PageContents);
