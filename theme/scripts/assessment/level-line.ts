import { svg } from "./dom.js";
import type { Spec } from "./spec.js";

const width = 200;
const edge = 8;

/** Where a score lies between the lowest and the highest level: a dot on a line, with a mark at the level needed. */
export function levelLine(spec: Spec, score: number, target: number | null): SVGElement {
  const first = spec.levels[0] ?? 0;
  const last = spec.levels.at(-1) ?? 1;
  const at = (level: number): string => (edge + ((level - first) / (last - first)) * (width - 2 * edge)).toFixed(1);
  return svg(
    "svg",
    { class: "level-line", viewBox: `0 0 ${width} 24`, "aria-hidden": "true" },
    svg("line", { x1: at(first), x2: at(last), y1: "12", y2: "12", class: "line-scale" }),
    ...spec.levels.map((level) => svg("line", { x1: at(level), x2: at(level), y1: "9", y2: "15", class: "line-scale" })),
    svg("line", { x1: at(first), x2: at(score), y1: "12", y2: "12", class: "line-reached" }),
    target === null ? null : svg("line", { x1: at(target), x2: at(target), y1: "3", y2: "21", class: "line-target" }),
    svg("circle", { cx: at(score), cy: "12", r: "6", class: "line-score" }),
  );
}
