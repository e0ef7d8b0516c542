import { isProblem, readAnswers, type Person } from "./answer-file.js";
import { answerStore } from "./answer-store.js";
import { combineAnswers, toAnswers } from "./combine.js";
import { h } from "./dom.js";
import { download } from "../download.js";
import { pageData, say, sayCount, type ResultsData } from "./page-data.js";
import { pulseMeans } from "./pulse-means.js";
import { reportCsv, reportJson } from "./report-files.js";
import { groupName, reportView, type Result } from "./report-view.js";
import { scoreAnswers } from "./score.js";
import { answersOf } from "./spec.js";

const largestFileInBytes = 1_000_000;

/** Works out results in the browser: of the answers kept here, and of answer files that a reader chooses or drops. */
class AssessmentResults extends HTMLElement {
  private get root(): string {
    return this.dataset["root"] ?? "";
  }

  connectedCallback(): void {
    const data = pageData() as ResultsData | undefined;
    const store = answerStore();
    if (!data || !store) return;
    const show = (): void => this.showOwn(data);
    store.addEventListener("change", show);
    show();
    this.listen(data);
    for (const note of document.querySelectorAll<HTMLElement>("[data-without-script]")) note.hidden = true;
    this.hidden = false;
  }

  /** The view of the person who answered in this browser. */
  private showOwn(data: ResultsData): void {
    const place = this.querySelector<HTMLElement>("[data-own]");
    const store = answerStore();
    if (!place || !store) return;
    const { saved, state } = store;
    const status = state === "kept" ? null : h("p", { class: "report-note", role: "status" }, say(data, `result.${state}`));
    if (Object.keys(saved.answers).length === 0) {
      const start = h("a", { class: "button is-main", href: `${this.root}assessment/` }, say(data, "result.start"));
      place.replaceChildren(...(status ? [status] : []), h("p", {}, say(data, "result.nothing_yet")), h("p", { class: "actions" }, start));
      return;
    }

    const answers = answersOf(data.spec, saved);
    const result = { data, root: this.root, report: scoreAnswers(data.spec, answers), answers, combined: null, pulse: pulseMeans(data, [saved]) };
    const label = h("p", { class: "one-view" }, data.oneView ?? say(data, "result.one_view"));
    place.replaceChildren(...(status ? [status] : []), label, reportView(result), this.tools(result, "own"));
  }

  private listen(data: ResultsData): void {
    const input = this.querySelector<HTMLInputElement>("input[type=file]");
    const zone = this.querySelector<HTMLElement>("[data-drop]");
    input?.addEventListener("change", () => void this.combine(data, [...(input.files ?? [])]));
    zone?.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.toggleAttribute("data-over", true);
    });
    zone?.addEventListener("dragleave", () => zone.toggleAttribute("data-over", false));
    zone?.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.toggleAttribute("data-over", false);
      void this.combine(data, [...(event.dataTransfer?.files ?? [])]);
    });
  }

  private async combine(data: ResultsData, files: readonly File[]): Promise<void> {
    const place = this.querySelector<HTMLElement>("[data-several]");
    const status = this.querySelector<HTMLElement>("[data-files]");
    if (!place || !status || files.length === 0) return;
    const { people, problems } = await read(data, files);
    const list = problems.length === 0 ? null : h("ul", { class: "file-problems" }, ...problems.map((problem) => h("li", {}, problem)));
    status.replaceChildren(h("p", {}, sayCount(data, "result.files", people.length)), ...(list ? [list] : []));
    place.replaceChildren(...this.several(data, people));
  }

  private several(data: ResultsData, people: readonly Person[]): Node[] {
    const minimum = data.spec.combining?.minimumGroup ?? 1;
    const [only] = people;
    if (only && people.length === 1) {
      const answers = answersOf(data.spec, only);
      const result = { data, root: this.root, report: scoreAnswers(data.spec, answers), answers, combined: null, pulse: pulseMeans(data, people) };
      return [h("p", { class: "one-view" }, data.oneView ?? say(data, "result.one_view")), reportView(result), this.tools(result, "several")];
    }

    const combined = combineAnswers(data.spec, people);
    if (combined.respondents.length === 0) return people.length === 0 ? [] : [h("p", { class: "report-note" }, say(data, "result.too_few_people", people.length, minimum))];
    const answers = toAnswers(data.spec, combined);
    const answering = people.filter((person) => Object.keys(person.pulse).length > 0);
    const result: Result = {
      data,
      root: this.root,
      report: scoreAnswers(data.spec, answers),
      answers,
      combined,
      pulse: answering.length < minimum ? [] : pulseMeans(data, answering),
    };
    const sizes = combined.respondents.map((size) => say(data, "result.group_size", groupName(result, size.group), size.count)).join(", ");
    return [
      h("p", { class: "one-view" }, say(data, "result.respondents", sizes)),
      h("p", { class: "report-note" }, say(data, "result.confidential", minimum)),
      reportView(result),
      this.tools(result, "several"),
    ];
  }

  private tools(result: Result, name: string): HTMLElement {
    const { data } = result;
    const file = `${data.assessment}-${data.edition}-${name === "own" ? "one" : "several"}`;
    const button = (key: string, act: () => void): HTMLElement => {
      const element = h("button", { type: "button", class: "button" }, say(data, `result.${key}`));
      element.addEventListener("click", act);
      return element;
    };
    return h(
      "p",
      { class: "actions" },
      button("print", () => print()),
      button("csv", () => download(`${file}.csv`, "text/csv", `\uFEFF${reportCsv(result)}`)),
      button("json", () => download(`${file}.json`, "application/json", reportJson(result))),
    );
  }
}

/** Reads files one by one; what cannot be used is told and left out. */
async function read(data: ResultsData, files: readonly File[]): Promise<{ people: Person[]; problems: string[] }> {
  const people: Person[] = [];
  const problems: string[] = [];
  const sortedFiles = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const file of sortedFiles) {
    if (file.size > largestFileInBytes) {
      problems.push(say(data, "result.file", file.name, say(data, "result.file_too_large")));
      continue;
    }

    const person = readAnswers(data, await file.text());
    if (isProblem(person)) problems.push(say(data, "result.file", file.name, say(data, person.key, ...person.values)));
    else people.push(person);
  }

  return { people, problems };
}

customElements.define("assessment-results", AssessmentResults);
