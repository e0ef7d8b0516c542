/** Hands a text to the reader as a file. Nothing is sent anywhere. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Long after the click has been dealt with; at once, some browsers would find nothing to save.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
