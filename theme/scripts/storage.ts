/**
 * What a page remembers in this browser, kept apart for each playbook and edition: two editions on one origin never see
 * each other's notes. Storage may be blocked, full or hold what somebody else wrote; then nothing is remembered, and the
 * page works as before.
 */
const { playbook = "", edition = "" } = document.documentElement.dataset;

/** The key under which a thing is kept. */
export const storageKey = (name: string): string => `playbook:${playbook}:${edition}:${name}`;

/** What was remembered, if it still has the expected shape. */
export function remembered<T>(name: string, isExpected: (value: unknown) => value is T, area: "local" | "session" = "local"): T | undefined {
  try {
    const text = storage(area).getItem(storageKey(name));
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isExpected(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value. False when this browser does not allow it. */
export function remember(name: string, value: unknown, area: "local" | "session" = "local"): boolean {
  try {
    storage(area).setItem(storageKey(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function storage(area: "local" | "session"): Storage {
  return area === "local" ? localStorage : sessionStorage;
}
