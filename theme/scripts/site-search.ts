// The little that every page carries: it opens the search when somebody asks for it, and fetches nothing before.
import { provided } from "./provided-search.js";
import { openDialog } from "./search/search-dialog.js";
import { singleKeys } from "./single-keys.js";

type SearchModule = typeof import("./search/search.js");

let loading: Promise<SearchModule> | undefined;
let firstFile: Promise<Response> | undefined;

/** Opens the search over the page. Around a link to the search page, which is where it leads when anything fails. */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector("a");
    if (!link) return;
    const prepare = (): void => {
      const first = this.readFirst();
      void this.load().then((search) => search.prepare(this.root, first), () => undefined);
    };
    link.addEventListener("pointerenter", prepare, { once: true });
    link.addEventListener("focus", prepare, { once: true });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void this.open(link);
    });
    addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.isComposing || !this.isAsked(event)) return;
      event.preventDefault();
      void this.open(link);
    });
    // On the search page there is nothing to wait for; and who comes from a result wants to see its words.
    if (document.querySelector("search-page")) prepare();
    else if (this.hasTrail()) void this.load().then((search) => search.markTrail(), () => undefined);
  }

  private get root(): string {
    return this.dataset["root"] ?? "./";
  }

  private async open(link: HTMLAnchorElement): Promise<void> {
    const first = this.readFirst();
    const loading = this.load();
    const dialog = openDialog(link, this.dataset);
    try {
      (await loading).searchIn(dialog, this.root, this.dataset, first);
    } catch {
      location.href = link.href;
    }
  }

  private load(): Promise<SearchModule> {
    loading ??= provided.module ? Promise.resolve(provided.module) : (import(new URL(this.dataset["module"]!, location.href).href) as Promise<SearchModule>);
    loading.catch(() => (loading = undefined));
    return loading;
  }

  /** Asks for the index together with the code that reads it, so that one need not wait for the other. */
  private readFirst(): Promise<Response> | undefined {
    // On a disk nothing can be fetched: the index comes as a script.
    if (location.protocol === "file:") return undefined;
    firstFile ??= fetch(new URL(`${this.root}search/index.json`, location.href));
    // Who reads it learns of the failure, and asks again.
    firstFile.catch(() => (firstFile = undefined));
    return firstFile;
  }

  /** Control-K or Command-K; a single key only where the reader has switched single keys on. */
  private isAsked(event: KeyboardEvent): boolean {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) return event.key.toLowerCase() === "k";
    return event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isEditable(event.target) && singleKeys() === "on";
  }

  private hasTrail(): boolean {
    try {
      return sessionStorage.getItem("playbook-search-trail") !== null;
    } catch {
      return false;
    }
  }
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

customElements.define("site-search", SiteSearch);
