type Child = Node | string | null | false;

/** An element with attributes and children; what is null or false is left out. */
export function h(name: string, attributes: Readonly<Record<string, string | boolean | null>> = {}, ...children: readonly Child[]): HTMLElement {
  return fill(document.createElement(name), attributes, children);
}

const svgNamespace = "http://www.w3.org/2000/svg";

export function svg(name: string, attributes: Readonly<Record<string, string | boolean | null>> = {}, ...children: readonly Child[]): SVGElement {
  return fill(document.createElementNS(svgNamespace, name) as SVGElement, attributes, children);
}

function fill<T extends Element>(element: T, attributes: Readonly<Record<string, string | boolean | null>>, children: readonly Child[]): T {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== false) element.setAttribute(key, value);
  }

  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}
