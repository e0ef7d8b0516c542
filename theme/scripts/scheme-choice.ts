/** The reader's choice of colours; "system" follows the device. Remembered for every edition on this site. */
export type Scheme = "system" | "light" | "dark";

const key = "playbook-scheme";

/** Storage may be blocked; then the choice lasts until the page is left. */
export function rememberedScheme(): Scheme {
  try {
    const value = localStorage.getItem(key);
    return value === "light" || value === "dark" ? value : "system";
  } catch {
    return "system";
  }
}

export function applyScheme(scheme: Scheme): void {
  const root = document.documentElement;
  if (scheme === "system") delete root.dataset["scheme"];
  else root.dataset["scheme"] = scheme;
}

export function rememberScheme(scheme: Scheme): void {
  applyScheme(scheme);
  try {
    if (scheme === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, scheme);
  } catch {
    // Nothing to do: the page already shows the choice.
  }
}
