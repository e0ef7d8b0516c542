// Runs before the first paint, so that a remembered dark page never flashes white.
import { applyScheme, rememberedScheme } from "./scheme-choice.js";

applyScheme(rememberedScheme());

// Opened from a disk, a page can load no modules: one classic script does the work of all of them.
const own = document.currentScript;
if (location.protocol === "file:" && own instanceof HTMLScriptElement && own.dataset["offline"]) {
  const script = document.createElement("script");
  script.defer = true;
  script.src = new URL(own.dataset["offline"], location.href).href;
  document.head.append(script);
}
