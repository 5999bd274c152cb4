// A place on the page is circled, by dragging or by keys; with the pattern it shows it goes out (said.js).

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 0.02;
const LEAST = 0.02;
const WHOLE = { width: 1, height: 1 };

const limit = (value) => Math.min(1, Math.max(0, value));

// The box moved, or with Shift made wider and higher; it stays on the page.
function shiftBox([x0, y0, x1, y1], [dx, dy], isSizing) {
  if (isSizing) return [x0, y0, limit(Math.max(x0 + LEAST, x1 + dx * STEP)), limit(Math.max(y0 + LEAST, y1 + dy * STEP))];
  const x = Math.min(1 - x1, Math.max(-x0, dx * STEP));
  const y = Math.min(1 - y1, Math.max(-y0, dy * STEP));
  return [x0 + x, y0 + y, x1 + x, y1 + y];
}

const span = ([x0, y0, x1, y1], [x, y]) => [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];

// Drawn from corner to corner the box ends where the drag ends; drawn round the place, by the way the drag went.
function chooseBox(from, to, way) {
  const corners = span([...from, ...from], to);
  const isRound = [0, 1].some((k) => corners[k + 2] - corners[k] < (way[k + 2] - way[k]) / 2);
  return isRound ? way : corners;
}

function makeButton(text, look, act) {
  const button = make("button", look, text);
  button.type = "button";
  button.onclick = act;
  return button;
}

function drawTag(tag, act) {
  const button = makeButton(tag.name, tag.is_on ? "on" : "", act);
  if (tag.key) button.prepend(make("kbd", "first", tag.key));
  return button;
}

function makeCircler(state) {
  const panel = state.root.querySelector(".circler");
  const naming = panel.querySelector(".naming");
  const input = panel.querySelector(".named");
  const scan = state.root.querySelector(".scan");
  const ring = make("span", "ring now");
  let box = null;
  let from = null;
  let way = null;

  function draw() {
    if (!box) return;
    state.sheet.append(ring);
    place(ring, box, WHOLE);
    const buttons = state.data.tags.map((tag) =>
      drawTag(tag, () => keep({ pattern: tag.id })),
    );
    const others = [
      labelByKey(makeButton("", "", name), "New pattern", "B"),
      labelByKey(makeButton("", "", leave), "Leave it", "Esc"),
    ];
    panel.querySelector(".whats").replaceChildren(...buttons, ...others);
  }
  function start() {
    if (!state.sheet) return;
    if (box) return leave();
    box = findMiddle(state);
    panel.hidden = false;
    naming.hidden = true;
    scan.classList.add("circling");
    return draw();
  }
  function leave() {
    box = from = null;
    panel.hidden = true;
    scan.classList.remove("circling");
    ring.remove();
  }
  function keep(what) {
    state.sayer.say(state.setTriggerValue, { ...state.here(), ring: box, pattern: "", name: "", ...what });
    leave();
  }
  function name() {
    naming.hidden = false;
    input.value = "";
    writeIn(input);
  }
  naming.onsubmit = (event) => {
    event.preventDefault();
    if (input.value.trim()) keep({ name: input.value.trim() });
  };
  input.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") naming.hidden = true;
  };

  // With a circle in hand its keys come before all others: arrows would turn to another piece.
  function press({ key, shiftKey }) {
    if (!box) return false;
    const tag = state.data.tags.find((one) => one.key === key);
    const mine = state.data.tags.find((one) => one.is_on);
    if (tag) keep({ pattern: tag.id });
    else if (key === "Enter" && mine) keep({ pattern: mine.id });
    else if (key in MOVES) {
      box = shiftBox(box, MOVES[key], shiftKey);
      draw();
    } else if (key.toLowerCase() === "b") name();
    else if (key === "Escape" || key.toLowerCase() === "e") leave();
    else return false;
    return true;
  }

  const viewport = state.root.querySelector(".viewport");
  const find = (event) => {
    const room = state.sheet.getBoundingClientRect();
    return [limit((event.clientX - room.left) / room.width), limit((event.clientY - room.top) / room.height)];
  };
  function stop() {
    from = null;
    scan.classList.remove("drawing");
  }
  const drag = {
    pointerdown(event) {
      if (!event.isPrimary) return;
      viewport.setPointerCapture(event.pointerId);
      from = find(event);
      way = [...from, ...from];
      scan.classList.add("drawing");
    },
    pointermove(event) {
      if (!from || !event.isPrimary) return;
      const to = find(event);
      way = span(way, to);
      const next = chooseBox(from, to, way);
      if (next[2] - next[0] >= LEAST / 2 && next[3] - next[1] >= LEAST / 2) {
        box = next;
        place(ring, box, WHOLE);
      }
    },
    pointerup: stop,
    pointercancel: stop,
  };
  for (const [kind, act] of Object.entries(drag)) {
    const take = (event) => {
      if (!box) return;
      act(event);
      event.stopImmediatePropagation();
      event.preventDefault();
    };
    viewport.addEventListener(kind, take, true);
  }
  return { start, leave, draw, press };
}

// A box in the middle of what is seen of the page, a third of it wide and high.
function findMiddle(state) {
  const seen = state.root.querySelector(".viewport").getBoundingClientRect();
  const page = state.sheet.getBoundingClientRect();
  const x = (seen.left + seen.width / 2 - page.left) / page.width;
  const y = (seen.top + seen.height / 2 - page.top) / page.height;
  const [wide, high] = [seen.width / page.width / 6, seen.height / page.height / 6];
  return [limit(x - wide), limit(y - high), limit(x + wide), limit(y + high)];
}
