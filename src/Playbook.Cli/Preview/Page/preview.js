// The preview's part of a page: a bar with the edition and the problems, an overlay for errors, and the reload.
// Obeys the security rules of the pages it stands in: no markup from strings, nothing inline.
"use strict";

(() => {
  const own = document.currentScript.dataset;
  const edition = decodeURIComponent(own.edition);

  /** Makes an element. */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  // --- The bar ---------------------------------------------------------------------------------

  const status = make("span", { class: "preview-status", role: "status" });
  const editions = make("ul", { id: "_preview-editions", popover: "auto" });
  const editionButton = make("button", { type: "button", popovertarget: "_preview-editions" }, "Edition");
  const problemsButton = make("button", { type: "button", class: "preview-count", hidden: "" });
  // The program speaks English, whatever language the page has.
  const bar = make("aside", { class: "preview-bar", lang: "en", dir: "ltr", "aria-label": "Preview" },
    make("strong", {}, "Preview"), editionButton, editions, status, problemsButton);
  document.body.append(bar);

  /** Links to the same page of each edition; where it has no such page, its own page for that says so. */
  const showEditions = (list) => {
    const rest = location.pathname.split("/").slice(2).join("/");
    editionButton.textContent = `Edition: ${list.find(({ id }) => id === edition)?.title ?? edition}`;
    editionButton.hidden = list.length < 2;
    editions.replaceChildren(...list.map(({ id, title }) => {
      const link = make("a", { href: `/${id}/${rest}` }, title);
      if (id === edition) link.setAttribute("aria-current", "true");
      return make("li", {}, link);
    }));
  };

  // --- The overlay ---------------------------------------------------------------------------

  const title = make("h2", { id: "_preview-title" });
  const explanation = make("p", { id: "_preview-explanation" });
  const list = make("ol", { class: "preview-problems", tabindex: "0", "aria-labelledby": "_preview-title" });
  const close = make("button", { type: "button" }, "Close");
  const overlay = make("dialog",
    { class: "preview-overlay", role: "alertdialog", lang: "en", dir: "ltr", "aria-labelledby": "_preview-title", "aria-describedby": "_preview-explanation" },
    make("header", {}, title, close), explanation, list);
  close.addEventListener("click", () => overlay.close());
  document.body.append(overlay);

  /** Opens the overlay; Escape, the button and a mended file close it, and the focus goes back to where it was. */
  const open = () => {
    if (!overlay.open) overlay.showModal();
  };
  problemsButton.addEventListener("click", open);

  const describe = ({ severity, code, message, place, excerpt, hint, edition: where }) => {
    const item = make("li", { "data-severity": severity },
      make("p", { class: "preview-message" }, make("b", {}, code ? `${severity} ${code}` : severity), " ", message));
    if (place) item.append(make("p", { class: "preview-place" }, place));
    if (excerpt) item.append(make("pre", { tabindex: "0" }, excerpt.replace(/\n$/, "")));
    if (where) item.append(make("p", {}, `In: ${where}`));
    if (hint) item.append(make("p", { class: "preview-hint" }, `Hint: ${hint}`));
    return item;
  };

  let shownErrors = "";

  const showProblems = ({ problems }) => {
    const errors = problems.filter(({ severity }) => severity === "error");
    title.textContent = errors.length > 0 ? plural(errors.length, "error") : plural(problems.length, "warning");
    explanation.textContent = errors.length > 0
      ? "The page below is the last one without errors. This goes away when the files are mended."
      : "Nothing is missing from the page because of this.";
    list.replaceChildren(...[...errors, ...problems.filter((problem) => !errors.includes(problem))].map(describe));
    problemsButton.hidden = problems.length === 0;
    problemsButton.textContent = errors.length > 0 ? plural(errors.length, "error") : plural(problems.length, "warning");
    problemsButton.dataset.severity = errors.length > 0 ? "error" : "warning";

    // What a reader has closed stays closed until there is something else to say.
    const told = JSON.stringify(errors);
    if (told !== shownErrors && errors.length > 0) open();
    if (errors.length === 0 && shownErrors !== "" && shownErrors !== "[]") overlay.close();
    if (problems.length === 0) overlay.close();
    shownErrors = told;
  };

  // --- What happens ------------------------------------------------------------------------------

  let events;

  const listen = () => {
    events = new EventSource("/_preview/events");
    events.addEventListener("build", (event) => {
      const { build, milliseconds, editions: known } = JSON.parse(event.data);
      if (build !== own.build) {
        location.reload();
        return;
      }
      showEditions(known);
      status.textContent = `Built in ${milliseconds} ms`;
    });
    events.addEventListener("diagnostics", (event) => showProblems(JSON.parse(event.data)));
    events.addEventListener("error", () => { status.textContent = "The preview has stopped"; });
  };

  // A browser opens few connections to one server: tabs that nobody sees give theirs back, and catch up when they are seen.
  const listenWhileSeen = () => {
    events?.close();
    if (!document.hidden) listen();
  };
  document.addEventListener("visibilitychange", listenWhileSeen);
  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });
  listenWhileSeen();
})();
