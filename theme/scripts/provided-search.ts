/** The search, where it came with the page's own script and need not be imported. */
export const provided: { module?: typeof import("./search/search.js") } = {};
