// A table of keys comes in as data; pressing one presses the button, or moves to the box, of the widget it names.
// Keys rest while somebody writes, and Enter rests on anything that answers to Enter itself.

const WRITES = "input, textarea, select, [contenteditable=true]";
const ANSWERS = "a, button, summary, [role=button], [role=option], [role=radio], [role=tab]";
const listeners = new WeakMap();
let asked = null;

function findFocused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

// A page under load draws the box later than this component: it is waited for, up to three seconds.
function writeInto(widget, tries = 20) {
  const box = document.querySelector(`.st-key-${widget}`)?.querySelector("textarea, input");
  if (!box && tries > 0) setTimeout(() => writeInto(widget, tries - 1), 150);
  box?.focus();
  box?.select();
}

function press(target) {
  const widget = document.querySelector(`.st-key-${target.widget}`);
  if (!widget) return false;
  if (target.focus) {
    widget.querySelector("textarea, input")?.focus();
    return true;
  }
  const button = widget.querySelector("button:not([disabled])");
  button?.click();
  return Boolean(button);
}

export default function (component) {
  const { data, parentElement } = component;
  const before = listeners.get(parentElement);
  if (before) document.removeEventListener("keydown", before, true);

  const listen = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (document.querySelector("[role=dialog]")) return;
    const focused = findFocused();
    if (focused?.matches?.(WRITES)) return;
    if (event.key === "Enter" && focused?.matches?.(ANSWERS)) return;
    const target = data.keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (target && press(target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  document.addEventListener("keydown", listen, true);
  listeners.set(parentElement, listen);

  if (data.focus && data.focus !== asked) setTimeout(() => writeInto(data.focus), 150);
  asked = data.focus;
  return () => document.removeEventListener("keydown", listen, true);
}
