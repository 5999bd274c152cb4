// A table of keys comes in as data; pressing one presses the button, or moves to the box, of the widget it names.

let asked = "";
let shown; // what the page showed in the last run, undefined before the first

// A page under load draws the box later than this component: it is waited for, up to three seconds.
function writeInto(widget, tries = 60) {
  const box = document.querySelector(`.st-key-${widget}`)?.querySelector("textarea, input");
  if (box) writeIn(box);
  else if (tries > 0) setTimeout(() => writeInto(widget, tries - 1), 50);
  else openKeyboard().isHeld = false;
}

function pressWidget(target) {
  const widget = document.querySelector(`.st-key-${target.widget}`);
  const box = target.does === "write" && widget?.querySelector("textarea, input");
  if (box) writeIn(box);
  if (target.does === "write") return Boolean(box);
  const button = widget?.querySelector("button:not([disabled])");
  if (button && target.does === "press") return askApp(() => button.click());
  button?.click();
  return Boolean(button);
}

// What comes up next is seen from its top, also by who had scrolled to the end of what was there.
function showTop() {
  const line = document.querySelector(".st-key-card-line");
  if (line && line.getBoundingClientRect().top < 0) line.scrollIntoView({ block: "start" });
}

export default function ({ data, parentElement }) {
  const board = openKeyboard();
  board.run = data.run;
  if (data.focus && data.focus !== asked) {
    board.isHeld = true;
    board.lastBusy = performance.now();
    setTimeout(() => writeInto(data.focus), 100);
  }
  asked = data.focus;
  if (shown !== undefined && data.shown !== shown) showTop();
  shown = data.shown;
  return joinKeyboard(TABLE, parentElement, PAGE, ({ key, repeat }) => {
    const target = data.keys[key.length === 1 ? key.toLowerCase() : key];
    if (!target || repeat) return false;
    return isAtRest(board) ? pressWidget(target) : LATER;
  });
}
