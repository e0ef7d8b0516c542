const most = 6;

/** What was searched for on this device and this site; never leaves it. Storage may be blocked, full or hold anything. */
export class RecentSearches {
  private readonly key: string;

  constructor(root: string) {
    this.key = `playbook-searches:${new URL(root, location.href).pathname}`;
  }

  get all(): string[] {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(this.key) ?? "[]");
      return Array.isArray(stored) ? stored.filter((each): each is string => typeof each === "string" && each.length < 200).slice(0, most) : [];
    } catch {
      return [];
    }
  }

  add(text: string): void {
    const search = text.trim();
    if (search.length < 2) return;
    const others = this.all.filter((each) => each.toLowerCase() !== search.toLowerCase());
    this.store(JSON.stringify([search, ...others].slice(0, most)));
  }

  clear(): void {
    this.store(undefined);
  }

  private store(value: string | undefined): void {
    try {
      if (value === undefined) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, value);
    } catch {
      // Then nothing is remembered.
    }
  }
}
