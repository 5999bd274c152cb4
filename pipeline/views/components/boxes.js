// A page's picture and the boxes on it come in as data, as shares of the page; what is drawn, moved or removed by mouse,
// finger or keys goes out (said.js).

const kept = new WeakMap();
const LEAST = 0.01;
const STEP = 0.01;
const MIDDLE = [0.3, 0.3, 0.7, 0.4];
const KINDS = { n: "name", q: "question", i: "ignore" };
const TELLS = {
  name: "Name: hidden in every picture and export; words under it are nobody’s text.",
  question: "Question: only words inside such boxes count as the student’s answer.",
  ignore: "Ignore: what stands here is not the student’s text.",
};
const HOW = "Drag on the page.";
const HOW_BY_KEY = " Or press its key: arrows move it, Shift and arrows size it, Enter keeps it.";
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const within = (value, low, high) => Math.min(high, Math.max(low, value));

function moveBox(box, dx, dy) {
  const x = within(dx, -box[0], 1 - box[2]);
  const y = within(dy, -box[1], 1 - box[3]);
  return [box[0] + x, box[1] + y, box[2] + x, box[3] + y];
}

function sizeBox(box, dx, dy) {
  return [box[0], box[1], within(box[2] + dx, box[0] + LEAST, 1), within(box[3] + dy, box[1] + LEAST, 1)];
}

function place(element, box) {
  const [x0, y0, x1, y1] = box.map((share) => share * 100);
  Object.assign(element.style, { left: `${x0}%`, top: `${y0}%`, width: `${x1 - x0}%`, height: `${y1 - y0}%` });
  element.classList.toggle("high", y0 < 4);
}

function findShare(sheet, event) {
  const room = sheet.getBoundingClientRect();
  return [within((event.clientX - room.left) / room.width, 0, 1), within((event.clientY - room.top) / room.height, 0, 1)];
}

function follow(sheet, event, onMove, onEnd) {
  sheet.setPointerCapture(event.pointerId);
  const from = findShare(sheet, event);
  sheet.onpointermove = (next) => onMove(from, findShare(sheet, next));
  sheet.onpointerup = sheet.onpointercancel = () => {
    sheet.onpointermove = sheet.onpointerup = sheet.onpointercancel = null;
    onEnd();
  };
}

function begin(root) {
  const state = { root, sheet: root.querySelector(".sheet"), sayer: makeSayer(root), kind: "name", fresh: null };
  root.querySelectorAll(".kind").forEach((button) => {
    button.onclick = () => choose(state, button.dataset.kind);
  });
  root.querySelector(".remove").onclick = () => state.inHand && remove(state, state.inHand);
  state.sheet.onpointerdown = (event) => {
    if (event.target.closest(".box")) return;
    event.preventDefault();
    const fresh = startFresh(state, [0, 0, 0, 0]);
    follow(
      state.sheet,
      event,
      (from, to) => {
        fresh.now = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
        place(fresh.element, fresh.now);
      },
      () => keepFresh(state),
    );
  };
  choose(state, "name");
  return state;
}

function choose(state, kind) {
  state.kind = kind;
  state.root.querySelectorAll(".kind").forEach((button) => {
    button.setAttribute("aria-checked", String(button.dataset.kind === kind));
  });
  state.root.querySelector(".told").replaceChildren(`${TELLS[kind]} ${HOW}`, make("span", "by-key", HOW_BY_KEY));
}

const say = (state, entry) =>
  state.sayer.say(state.setTriggerValue, { piece: state.data.piece, page: state.data.page, ...entry });

function startFresh(state, box) {
  state.fresh?.element.remove();
  const shown = { id: "", kind: state.kind, now: box, element: make("div", `box new ${state.kind}`) };
  shown.element.append(make("span", "label", `new: ${state.kind}`));
  shown.element.tabIndex = 0;
  state.fresh = shown;
  place(shown.element, box);
  state.sheet.append(shown.element);
  return shown;
}

// The box stays on the sheet until the page that has it arrives.
function keepFresh(state) {
  const { fresh } = state;
  if (!fresh) return;
  state.fresh = null;
  const isTooSmall = fresh.now[2] - fresh.now[0] < LEAST || fresh.now[3] - fresh.now[1] < LEAST;
  if (isTooSmall) fresh.element.remove();
  else say(state, { act: "draw", id: "", kind: fresh.kind, box: fresh.now });
}

function remove(state, shown) {
  shown.element.remove();
  state.inHand = null;
  state.root.querySelector(".remove").hidden = true;
  say(state, { act: "remove", id: shown.id, kind: shown.kind, box: shown.now });
}

function keepMoved(state, shown) {
  if (shown.now.some((side, k) => Math.abs(side - shown.box[k]) > 1e-6)) {
    shown.box = shown.now;
    say(state, { act: "move", id: shown.id, kind: shown.kind, box: shown.now });
  }
}

function takeInHand(state, shown) {
  state.inHand = shown;
  const button = state.root.querySelector(".remove");
  button.hidden = false;
  button.textContent = `Remove this ${shown.kind} box ⌫`;
}

function drawBox(state, given) {
  const shown = { ...given, now: given.box, element: make("div", `box ${given.kind}`) };
  const { element } = shown;
  element.append(make("span", "label", given.isMoved ? `${given.kind}, moved on this page` : given.kind));
  const corner = make("span", "corner");
  element.append(corner);
  element.tabIndex = 0;
  element.dataset.keyed = "";
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", `${given.kind} box: arrows move it, Shift and arrows size it, Delete removes it`);
  element.onfocus = () => takeInHand(state, shown);
  element.onblur = () => keepMoved(state, shown);
  element.onpointerdown = (event) => {
    event.preventDefault();
    element.focus({ preventScroll: true });
    const change = event.target === corner ? sizeBox : moveBox;
    const before = shown.now;
    const draw = (from, to) => {
      shown.now = change(before, to[0] - from[0], to[1] - from[1]);
      place(element, shown.now);
    };
    follow(state.sheet, event, draw, () => keepMoved(state, shown));
  };
  place(element, shown.now);
  state.sheet.append(element);
  return shown;
}

function pressKey(state, event) {
  const inHand = state.fresh ?? (state.root.getRootNode().activeElement?.matches(".box") ? state.inHand : null);
  const kind = KINDS[event.key.toLowerCase()];
  if (kind) {
    choose(state, kind);
    startFresh(state, MIDDLE).element.focus({ preventScroll: true });
    return true;
  }
  if (!inHand) return false;
  const arrow = ARROWS[event.key];
  if (arrow) {
    inHand.now = (event.shiftKey ? sizeBox : moveBox)(inHand.now, arrow[0] * STEP, arrow[1] * STEP);
    place(inHand.element, inHand.now);
  } else if (event.key === "Enter" && state.fresh) keepFresh(state);
  else if (event.key === "Enter") keepMoved(state, inHand);
  else if (event.key === "Escape" && state.fresh) {
    state.fresh.element.remove();
    state.fresh = null;
  } else if (["Delete", "Backspace"].includes(event.key) && !state.fresh) remove(state, inHand);
  else return false;
  return true;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const state = kept.get(parentElement) ?? begin(parentElement.querySelector(".boxes"));
  kept.set(parentElement, state);
  Object.assign(state, { data, setTriggerValue });
  state.sayer.hear(data.heard);
  const picture = state.root.querySelector(".page");
  if (picture.src !== data.picture) picture.src = data.picture;
  picture.alt = data.alt;
  state.sheet.setAttribute("aria-label", data.alt);
  const focused = state.inHand?.id;
  state.sheet.querySelectorAll(".box").forEach((element) => {
    if (element === state.fresh?.element) return;
    element.onblur = null;
    element.remove();
  });
  state.inHand = null;
  state.root.querySelector(".remove").hidden = true;
  const shown = data.boxes.map((box) => drawBox(state, box));
  shown.find((one) => one.id === focused)?.element.focus({ preventScroll: true });
  return joinKeyboard(parentElement, state.root, PART, (key) => pressKey(state, key));
}
