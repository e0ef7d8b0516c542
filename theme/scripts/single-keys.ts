/** "on": all keys work. "off": none does. Not chosen: only the key that shows the list of keys, so that it can be found. */
export type SingleKeys = "on" | "off" | undefined;

// For every playbook on this origin.
const key = "playbook-shortcuts";

/** What the reader chose. Storage may be blocked; then nothing was. */
export function singleKeys(): SingleKeys {
  try {
    const value = localStorage.getItem(key);
    return value === "on" || value === "off" ? value : undefined;
  } catch {
    return undefined;
  }
}

export function chooseSingleKeys(choice: SingleKeys): void {
  try {
    localStorage.setItem(key, choice ?? "");
  } catch {
    // The choice holds until the page is left.
  }
}
