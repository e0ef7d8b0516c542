import { download } from "./download.js";
import { today } from "./progress/days.js";
import { itemsById, list, plural, text } from "./progress/items.js";
import { currentState, leaveSharedView, recordAll, sharedView, store } from "./progress/current.js";
import { furtherAlong, prepareImport, type ImportReport } from "./progress/import.js";
import { encode, fragmentStart } from "./progress/share.js";

const largestFile = 5_000_000;

/** Keeping, moving and sharing one's progress, with what stands in the way of it. */
class ProgressTools extends HTMLElement {
  private readonly update = (): void => this.show();

  connectedCallback(): void {
    if (!list) return;
    this.on("export", () => this.export());
    this.on("share", () => void this.share());
    this.on("clear", () => this.ask());
    this.on("clear-yes", () => this.clear());
    this.on("clear-no", () => this.ask(false));
    this.on("take", () => this.take());
    this.on("leave", leaveSharedView);
    const file = this.querySelector<HTMLInputElement>("input[type=file]");
    this.on("import", () => file?.click());
    file?.addEventListener("change", () => void this.import(file));
    store.addEventListener("change", this.update);
    this.show();
  }

  disconnectedCallback(): void {
    store.removeEventListener("change", this.update);
  }

  private on(action: string, act: () => void): void {
    this.querySelector(`[data-act="${action}"]`)?.addEventListener("click", act);
  }

  private find(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  private show(): void {
    const trouble = this.find("trouble");
    if (trouble) {
      trouble.textContent = store.trouble ? text(`trouble.${store.trouble}`) : "";
      trouble.hidden = !store.trouble;
    }
    const view = this.find("view");
    const own = this.find("own");
    if (view) view.hidden = !(sharedView instanceof Map);
    if (own) own.hidden = sharedView instanceof Map;
    if (typeof sharedView === "string") this.say(text(`link.${sharedView}`));
  }

  private say(message: string): void {
    const status = this.querySelector("[role=status]");
    if (status) status.textContent = message;
  }

  private export(): void {
    download(`${list!.playbook}-${list!.edition}-${today()}.json`, "application/json", store.export(list!.title, today()));
    this.say(text("exported", store.records.size));
  }

  private async import(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const prepared = file.size > largestFile ? "not-progress" : prepareImport(await file.text(), store.records, list!);
    input.value = "";
    if (typeof prepared === "string") {
      this.say(text(`refused.${prepared}`));
      return;
    }
    store.merge(prepared.records);
    this.say(plural("imported", prepared.report.count));
    this.report(prepared.report);
  }

  private report(report: ImportReport): void {
    const lines = [
      ...(report.from ? [text("report.from", report.from)] : []),
      ...report.dropped.map(({ id, why, replacedBy }) => text(replacedBy ? "report.replaced" : `report.${why}`, id, replacedBy ?? "")),
      ...report.conflicts.map(({ id, theirs, isTheirsKept }) => text(isTheirsKept ? "report.theirs" : "report.mine", this.name(id), text(`status.${theirs}`))),
    ];
    const list = this.find("report");
    list?.replaceChildren(...lines.map((line) => {
      const entry = document.createElement("li");
      entry.textContent = line;
      return entry;
    }));
    if (list) list.hidden = lines.length === 0;
  }

  private name(id: string): string {
    const item = itemsById.get(id);
    return item ? `${id} ${item.title}` : id;
  }

  private async share(): Promise<void> {
    const code = encode(list!.items, (item) => currentState(item).status);
    const address = `${list!.root}checklist/${fragmentStart}${code}`;
    const field = this.find("link") as HTMLInputElement | null;
    if (!field) return;
    field.value = address;
    field.closest("label")!.hidden = false;
    field.select();
    try {
      await navigator.clipboard.writeText(address);
      this.say(text("share.copied"));
    } catch {
      this.say(text("share.copy"));
    }
  }

  private ask(isOpen = true): void {
    const question = this.find("clear");
    if (question) question.hidden = !isOpen;
    this.querySelector<HTMLElement>(isOpen ? '[data-act="clear-no"]' : '[data-act="clear"]')?.focus();
  }

  private clear(): void {
    store.clear();
    this.ask(false);
    this.say(text("cleared"));
  }

  /** Takes over what is further along in the link; what was recorded here with more than a status stays. */
  private take(): void {
    if (!(sharedView instanceof Map)) return;
    const theirs = sharedView;
    leaveSharedView();
    const taken = furtherAlong(theirs, (id) => currentState(itemsById.get(id)!).status);
    recordAll(taken.map(([id, status]) => [itemsById.get(id)!, { status, ...(status === "waived" || status === "not-applicable" ? { reason: text("from_link") } : {}) }]));
    this.say(plural("taken", taken.length));
  }
}

customElements.define("progress-tools", ProgressTools);
