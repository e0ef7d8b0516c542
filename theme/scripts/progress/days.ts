/** Days as ISO text, `2027-01-31`: they sort as text, mean the same everywhere, and know nothing of time zones. */
export type Day = string;

const form = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(value: unknown): value is Day {
  return typeof value === "string" && form.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
    && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}

/** The reader's own calendar day. */
export function today(): Day {
  const now = new Date();
  return `${String(now.getFullYear()).padStart(4, "0")}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/** The day that lies so many lengths later. A month's last day stays a last day: 31 January and one month is 28 February. */
export function later(day: Day, length: string, times: number): Day {
  const count = Number.parseInt(length, 10) * times;
  const date = new Date(`${day}T00:00:00Z`);
  if (length.endsWith("m")) {
    const dayOfMonth = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + count);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(dayOfMonth, last));
  } else {
    date.setUTCDate(date.getUTCDate() + count * (length.endsWith("w") ? 7 : 1));
  }
  return date.toISOString().slice(0, 10);
}

/** Made once: making one takes longer than a hundred uses. */
let format: Intl.DateTimeFormat | undefined;

/** A day in the words of the page's language. */
export function inWords(day: Day): string {
  format ??= new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
