import type { Result } from "./report-view.js";
import { sentenceNow, tasksOf } from "./report-view.js";

/** Everything a result comes to, as data. Holds no answers of anybody when several people were combined. */
export function reportJson(result: Result): string {
  const { data, report, combined } = result;
  return `${JSON.stringify(
    {
      format: "playbook-results",
      schema: 1,
      playbook: data.playbook,
      edition: data.edition,
      assessment: data.assessment,
      version: data.version,
      respondents: combined ? Object.fromEntries(combined.respondents.map((size) => [size.group, size.count])) : 1,
      ...(combined ? { items: combined.items } : {}),
      report,
      pulse: result.pulse,
      next: tasksOf(result).map(({ id, title, owner, date, due }) => ({ id, title, owner, date, due })),
    },
    null,
    2,
  )}\n`;
}

/** One line for each statement, for a spreadsheet. */
export function reportCsv(result: Result): string {
  const { data, report, answers } = result;
  const ranks = new Map(report.opportunities.map((each, at) => [each.id, { rank: at + 1, ...each }]));
  const rows = data.spec.items.map((item) => {
    const answer = answers.get(item.id);
    const text = data.items[item.id];
    const ranked = ranks.get(item.id);
    return [
      ranked?.rank ?? "",
      item.area,
      item.id,
      text?.statement ?? "",
      answer?.kind === "scored" ? answer.score : (answer?.kind ?? "none"),
      item.target,
      item.importance ?? "",
      ranked?.value ?? 0,
      item.isGate ? "gate" : "",
      sentenceNow(result, item.id),
      text?.levels[String(item.target)] ?? "",
      text?.checklist.join(" ") ?? "",
    ];
  });
  const head = ["rank", "area", "item", "statement", "score", "target", "importance", "opportunity", "gate", "now", "needed", "checklist"];
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A spreadsheet runs cells that start like a formula; with an apostrophe before them they are text. */
export function cell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
