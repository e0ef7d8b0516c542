import { remember, remembered } from "./storage.js";

const name = "read";
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === "string");

/** Paths of the pages whose end was reached in this browser. */
export const pagesRead = (): Set<string> => new Set(remembered(name, isList) ?? []);

export function markRead(path: string): void {
  const read = pagesRead();
  if (!read.has(path)) remember(name, [...read, path]);
}

/** The page's path below the site's root, as the generator names it; the logo's link knows where the root is. */
export function pagePath(): string {
  const root = new URL(document.querySelector<HTMLAnchorElement>("a.brand")?.href ?? "./", location.href).pathname;
  return location.pathname.slice(root.replace(/index\.html$/, "").length).replace(/index\.html$/, "");
}
