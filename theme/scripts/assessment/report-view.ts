import { difference, isWidelyUnknown, others, type Combined, type CombinedItem } from "./combine.js";
import { h } from "./dom.js";
import { levelLine } from "./level-line.js";
import { say, sayCount, type ItemText, type Link, type ResultsData, type Task } from "./page-data.js";
import type { ItemAnswer, SpecItem } from "./spec.js";
import { topCount, type Opportunity, type Report } from "./score.js";

/** Everything a result shows. The same parts stand in `partials/shared-result.liquid` for results that are committed. */
export interface Result {
  readonly data: ResultsData;
  /** The way to the site's root. */
  readonly root: string;
  readonly report: Report;
  readonly answers: ReadonlyMap<string, ItemAnswer>;
  /** Null for one person. */
  readonly combined: Combined | null;
  readonly pulse: readonly { readonly label: string; readonly mean: number }[];
}

export function reportView(result: Result): HTMLElement {
  return h(
    "div",
    { class: "report" },
    fixFirst(result),
    areas(result),
    opportunities(result),
    differences(result),
    unknown(result),
    strengths(result),
    pulse(result),
    nextSteps(result),
    allItems(result),
  );
}

function section(result: Result, key: string, ...content: readonly (Node | null)[]): HTMLElement {
  return h("section", { class: "report-part" }, h("h3", {}, say(result.data, `result.${key}`)), ...content);
}

function fixFirst(result: Result): HTMLElement | null {
  const { data, report } = result;
  if (report.fixFirst.length === 0) return null;
  const list = h("ul", { role: "list", class: "fix-first" }, ...report.fixFirst.map((id) => h("li", {}, statement(result, id), now(result, id), ways(result, id))));
  return section(result, "fix_first", h("p", {}, say(data, "result.fix_first_text")), list);
}

function areas(result: Result): HTMLElement {
  const { data, report, root } = result;
  const head = ["area", "scale", "score", "target", "coverage"].map((key) => h("th", { scope: "col", class: `col-${key}` }, say(data, `result.${key}`)));
  const rows = report.areas.map((area) => {
    const text = data.areas.find((each) => each.id === area.id);
    const title = text?.title ?? area.id;
    const score =
      area.score === null
        ? [say(data, area.coverage === null ? "result.excluded" : "result.too_few")]
        : [h("b", {}, scoreText(result, area.score)), area.band === null ? "" : ` ${area.band}`];
    return h(
      "tr",
      { class: `area-${area.id}` },
      h("th", { scope: "row" }, text?.url ? h("a", { href: root + text.url }, title) : title),
      h("td", { class: "col-scale" }, area.score === null ? null : levelLine(data.spec, area.score, area.target)),
      h("td", {}, ...score),
      h("td", { class: "col-target" }, area.target === null ? "–" : number(result, area.target)),
      h("td", { class: "col-coverage" }, area.coverage === null ? "–" : percent(result, area.coverage)),
    );
  });
  const table = h("table", { class: "area-scores" }, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...rows));
  return section(result, "areas", h("div", { class: "table", tabindex: "0", role: "region", "aria-label": say(data, "result.areas") }, table), h("p", { class: "report-note" }, h("span", { class: "scale-note" }, say(data, "result.scale_text")), ` ${say(data, "result.areas_text")}`));
}

function opportunities(result: Result): HTMLElement {
  const { data, report } = result;
  const [first, more] = [report.opportunities.slice(0, topCount), report.opportunities.slice(topCount)];
  if (first.length === 0) return section(result, "opportunities", h("p", {}, say(data, "result.no_opportunities")));
  return section(
    result,
    "opportunities",
    h("ol", { role: "list", class: "opportunities" }, ...first.map((each) => opportunity(result, each))),
    report.dependsOnImportance ? h("p", { class: "report-note" }, say(data, "result.depends_on_importance")) : null,
    moreOf(result, more.map((each) => h("li", {}, statement(result, each.id)))),
  );
}

/** What comes after the first few, folded. */
function moreOf(result: Result, entries: readonly HTMLElement[]): HTMLElement | null {
  if (entries.length === 0) return null;
  return h("details", {}, h("summary", {}, sayCount(result.data, "result.more", entries.length)), h("ol", { start: String(topCount + 1) }, ...entries));
}

function opportunity(result: Result, { id }: Opportunity): HTMLElement {
  const item = itemOf(result, id);
  const area = result.data.areas.find((each) => each.id === item?.area);
  const target = item ? textOf(result, id)?.levels[String(item.target)] : undefined;
  return h(
    "li",
    { class: `area-${item?.area ?? ""}` },
    h("p", { class: "kicker" }, area?.title ?? ""),
    statement(result, id),
    h(
      "dl",
      { class: "now-then" },
      ...pair(result, "now", sentenceNow(result, id)),
      ...(target ? pair(result, "then", target) : []),
    ),
    ways(result, id),
  );
}

function differences(result: Result): HTMLElement | null {
  const { data, combined } = result;
  const rules = data.spec.combining;
  if (!combined || !rules) return null;
  const found = combined.items
    .filter((item) => difference(item) >= rules.differAt || (item.spread !== null && item.spread > rules.agreeAtOrBelow))
    .sort((a, b) => difference(b) - difference(a) || (b.spread ?? 0) - (a.spread ?? 0));
  if (found.length === 0) return section(result, "differ", h("p", {}, say(data, "result.differ_none")));
  const entries = found.map((item) => h("li", {}, statement(result, item.id), h("p", { class: "report-facts" }, levelsOf(result, item))));
  const list = h("ul", { role: "list" }, ...entries.slice(0, topCount));
  return section(result, "differ", h("p", {}, say(data, "result.differ_text")), list, moreOf(result, entries.slice(topCount)));
}

function levelsOf(result: Result, item: CombinedItem): string {
  const { data } = result;
  const parts = item.groups.map((group) => say(data, "result.group_level", groupName(result, group.group), number(result, group.level)));
  if (item.low !== null && item.high !== null) parts.push(say(data, "result.range", item.low, item.high));
  if (item.spread !== null) parts.push(say(data, "result.spread", number(result, item.spread)));
  return parts.join(" · ");
}

function unknown(result: Result): HTMLElement | null {
  const { data, report, combined } = result;
  const items = combined ? combined.items.filter(isWidelyUnknown).map((item) => ({ id: item.id, text: sayCount(data, "result.unknown_count", item.unknown) })) : report.unknown.map((id) => ({ id, text: "" }));
  if (items.length === 0) return null;
  const list = h("ul", { role: "list" }, ...items.map(({ id, text }) => h("li", {}, statement(result, id), text ? h("p", { class: "report-facts" }, text) : null)));
  return section(result, "unknown", h("p", {}, say(data, combined ? "result.unknown_text" : "result.unknown_one_text")), list);
}

function strengths(result: Result): HTMLElement | null {
  const [first, more] = [result.report.strengths.slice(0, topCount), result.report.strengths.slice(topCount)];
  if (first.length === 0) return null;
  const list = h("ul", { role: "list" }, ...first.map((id) => h("li", {}, statement(result, id), now(result, id))));
  return section(result, "strengths", h("p", {}, say(result.data, "result.strengths_text")), list, moreOf(result, more.map((id) => h("li", {}, statement(result, id)))));
}

function pulse(result: Result): HTMLElement | null {
  if (result.pulse.length === 0) return null;
  const pairs = result.pulse.map(({ label, mean }) => h("div", {}, h("dt", {}, label), h("dd", {}, number(result, mean))));
  return h("section", { class: "report-part" }, h("h3", {}, result.data.pulse?.title ?? ""), h("p", {}, say(result.data, "result.pulse_text")), h("dl", { class: "bands" }, ...pairs));
}

/** The checklist items of the first opportunities, each once, the earliest first. */
export function tasksOf(result: Result): (Task & { readonly id: string })[] {
  const ids = [...new Set([...result.report.fixFirst, ...result.report.opportunities.slice(0, topCount).map((each) => each.id)])].flatMap((id) => textOf(result, id)?.checklist ?? []);
  return [...new Set(ids)]
    .flatMap((id) => {
      const task = result.data.checklist[id];
      return task ? [{ ...task, id }] : [];
    })
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}

function nextSteps(result: Result): HTMLElement | null {
  const { data, root } = result;
  const tasks = tasksOf(result);
  if (tasks.length === 0) return null;
  const rows = tasks.map((task) =>
    h("li", {}, h("span", { class: "box", "aria-hidden": "true" }), h("div", {}, h("a", { href: root + task.url }, task.title), h("p", { class: "report-facts" }, task.date ? h("time", { datetime: task.date }, task.due) : task.due, ` · ${task.owner}`))),
  );
  return section(result, "next", h("p", {}, say(data, "result.next_text")), h("ol", { role: "list", class: "next-steps" }, ...rows));
}

function allItems(result: Result): HTMLElement {
  const { data, combined, report } = result;
  const values = new Map(report.opportunities.map((each) => [each.id, each.value]));
  const columns = ["statement", "score", "target", ...(data.spec.importance ? ["importance"] : []), "opportunity", ...(combined ? ["groups"] : [])];
  const rows = data.spec.items.map((item) => {
    const answer = result.answers.get(item.id);
    const found = combined?.items.find((each) => each.id === item.id);
    return h(
      "tr",
      {},
      h("td", {}, `${item.id} ${textOf(result, item.id)?.statement ?? ""}`),
      h("td", {}, answer?.kind === "scored" ? number(result, answer.score) : say(data, `result.answer_${answer?.kind ?? "none"}`)),
      h("td", {}, String(item.target)),
      data.spec.importance ? h("td", {}, String(item.importance ?? "")) : null,
      h("td", {}, number(result, values.get(item.id) ?? 0)),
      combined ? h("td", {}, found && found.groups.length > 0 ? `${levelsOf(result, found)} · ${sayCount(data, "result.answers", found.answers)}` : "–") : null,
    );
  });
  const table = h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((key) => h("th", { scope: "col" }, say(data, `result.${key}`))))), h("tbody", {}, ...rows));
  return h(
    "details",
    { class: "all-items" },
    h("summary", {}, say(data, "result.all")),
    h("p", { class: "report-note" }, say(data, "result.all_text")),
    h("div", { class: "table", tabindex: "0", role: "region", "aria-label": say(data, "result.all") }, table),
  );
}

function statement(result: Result, id: string): HTMLElement {
  return h("p", { class: "statement" }, h("a", { href: `${result.root}assessment/#${id}` }, textOf(result, id)?.statement ?? id));
}

function now(result: Result, id: string): HTMLElement {
  return h("p", { class: "report-facts" }, say(result.data, "result.now_is", sentenceNow(result, id)));
}

/** A higher level includes the lower ones, so between two levels the lower one is reached. */
export function sentenceNow(result: Result, id: string): string {
  const answer = result.answers.get(id);
  if (answer?.kind !== "scored") return "";
  const level = result.data.spec.levels.findLast((each) => each <= answer.score) ?? result.data.spec.levels[0];
  return textOf(result, id)?.levels[String(level)] ?? "";
}

/** Who sees to it, what to read, what to run, what to do. */
function ways(result: Result, id: string): HTMLElement | null {
  const text = textOf(result, id);
  if (!text) return null;
  const tasks = text.checklist.flatMap((task) => result.data.checklist[task] ?? []);
  const owner = tasks[0]?.owner;
  const entries = [
    ...(owner ? [h("dt", {}, say(result.data, "result.owner")), h("dd", {}, owner)] : []),
    ...links(result, "read", text.read),
    ...links(result, "run", text.run),
    ...links(result, "do", tasks),
  ];
  return entries.length === 0 ? null : h("dl", { class: "ways" }, ...entries);
}

function links(result: Result, key: string, to: readonly Link[]): HTMLElement[] {
  if (to.length === 0) return [];
  const list = h("ul", { role: "list" }, ...to.map((link) => h("li", {}, h("a", { href: result.root + link.url }, link.title))));
  return [h("dt", {}, say(result.data, `result.${key}`)), h("dd", {}, list)];
}

function pair(result: Result, key: string, text: string): HTMLElement[] {
  return [h("dt", {}, say(result.data, `result.${key}`)), h("dd", {}, text)];
}

function itemOf(result: Result, id: string): SpecItem | undefined {
  return result.data.spec.items.find((item) => item.id === id);
}

function textOf(result: Result, id: string): ItemText | undefined {
  return result.data.items[id];
}

export function groupName(result: Pick<Result, "data">, group: string): string {
  return group === others ? say(result.data, "result.others") : group;
}

/** No more decimals than the assessment rounds to: more would pretend to know more. */
function number(result: Result, value: number): string {
  const decimals = result.data.spec.scoring.round;
  const minimum = Number.isInteger(value) ? 0 : decimals;
  return new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: minimum, maximumFractionDigits: decimals }).format(value);
}

/** Scores stand below each other, so all have the same decimals. */
function scoreText(result: Result, score: number): string {
  const decimals = result.data.spec.scoring.round;
  return new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(score);
}

function percent(result: Result, share: number): string {
  return say(result.data, "result.percent", Math.round(share * 100));
}
