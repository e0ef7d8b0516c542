import { element } from "./build-node.js";
import type { Answer } from "./engine.js";
import type { FacetName, SearchIndex } from "./index-files.js";
import type { Filter } from "./rank.js";
import type { Wording } from "./wording.js";

const labels: Record<FacetName, string> = { area: "words.area.one", kind: "search.kind", role: "chapter.audience", phase: "words.phase.one" };
const order: FacetName[] = ["kind", "area", "role", "phase"];

/** Lists by which results can be narrowed; each shows how many pages its values would leave. */
export class FacetChoice {
  readonly box: HTMLElement;
  private readonly lists = new Map<FacetName, HTMLSelectElement>();
  private chosen: Filter = {};

  constructor(
    private readonly index: SearchIndex,
    private readonly wording: Wording,
    changed: () => void,
  ) {
    this.box = element("div", { class: "search-facets", role: "group", "aria-label": wording.say("search.narrow") });
    this.box.hidden = true;
    for (const name of order) {
      const list = element("select", {});
      list.addEventListener("change", () => {
        if (list.value === "") delete this.chosen[name];
        else this.chosen[name] = Number(list.value);
        changed();
      });
      this.lists.set(name, list);
      this.box.append(element("label", {}, element("span", {}, wording.say(labels[name])), list));
    }
  }

  get filter(): Filter {
    return this.chosen;
  }

  get isNarrowed(): boolean {
    return Object.keys(this.chosen).length > 0;
  }

  clear(): void {
    this.chosen = {};
  }

  show(answer: Answer): void {
    let isAny = false;
    for (const [name, list] of this.lists) {
      const chosen = this.chosen[name];
      const values = this.index.facets[name].map((value, at) => ({ label: value.label, at, count: answer.counts[name][at]! }));
      const offered = values.filter(({ at, count }) => count > 0 || at === chosen);
      const isUseful = offered.length > 1 || chosen !== undefined;
      list.parentElement!.hidden = !isUseful;
      isAny ||= isUseful;
      list.replaceChildren(
        element("option", { value: "" }, this.wording.say("search.any")),
        ...offered.map(({ label, at, count }) => element("option", { value: String(at) }, `${label} (${count})`)),
      );
      list.value = chosen === undefined ? "" : String(chosen);
      list.toggleAttribute("data-chosen", chosen !== undefined);
    }
    this.box.hidden = !isAny;
  }
}
