// Pieces and patterns come in as data; which pieces are put into which pattern goes out (said.js), by key, press or drag.

const kept = new WeakMap();
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const TOLD = "Arrow keys move, Space chooses several, a number sorts, Enter shows it large. Or drag a page onto a pattern.";

function begin(root) {
  const state = { root, sayer: makeSayer(root), sheets: new Map(), chosen: new Set(), now: null, pieces: [] };
  const naming = root.querySelector(".naming");
  const input = root.querySelector(".says");
  state.name = () => {
    naming.hidden = false;
    input.value = "";
    writeIn(input);
  };
  naming.onsubmit = (event) => {
    event.preventDefault();
    naming.hidden = true;
    if (input.value.trim()) sort(state, { kind: "begin", name: input.value.trim() });
    state.sheets.get(state.now)?.focus();
  };
  input.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      naming.hidden = true;
      state.sheets.get(state.now)?.focus();
    }
  };
  root.querySelector(".begin").onclick = state.name;
  root.querySelector(".told").textContent = TOLD;
  return state;
}

function listChosen(state) {
  const codes = state.pieces.map((piece) => piece.code).filter((code) => state.chosen.has(code));
  return codes.length || !state.now ? codes : [state.now];
}

// Puts what is chosen into a pattern, or takes it out where a person had put all of it there; the next piece not sorted is at hand.
function sort(state, entry, codes = listChosen(state)) {
  if (!codes.length && entry.kind === "sort") return;
  const at = state.pieces.findIndex((piece) => piece.code === codes[0]);
  state.sayer.say(state.setTriggerValue, { isOn: true, pattern: "", name: "", ...entry, pieces: codes });
  state.chosen.clear();
  const left = foresee(state.pieces, state.sayer.open);
  const open = (piece) => piece.isUnsorted && !codes.includes(piece.code);
  state.now = (left.slice(at).find(open) ?? left.find(open) ?? left[Math.max(0, at)])?.code ?? null;
  draw(state, true);
}

function toggle(state, pattern, codes = listChosen(state)) {
  const mine = state.pieces.filter((piece) => codes.includes(piece.code));
  sort(state, { kind: "sort", pattern, isOn: !mine.every((piece) => piece.checked.includes(pattern)) }, codes);
}

function move(state, code, isFar) {
  if (isFar) [state.now, code].forEach((one) => one && state.chosen.add(one));
  state.now = code;
  draw(state, true);
}

function findBeside(state, key) {
  const order = [...state.root.querySelectorAll(".sheet")];
  const at = order.findIndex((sheet) => sheet.dataset.code === state.now);
  if (at < 0) return order[0];
  if (key in STEPS) return order[at + STEPS[key]];
  const from = order[at].getBoundingClientRect();
  const isDown = key === "ArrowDown";
  const beyond = order.filter((sheet) => {
    const top = sheet.getBoundingClientRect().top;
    return isDown ? top > from.top + 4 : top < from.top - 4;
  });
  const distance = (sheet) => {
    const to = sheet.getBoundingClientRect();
    return 10 * Math.abs(to.top - from.top) + Math.abs(to.left - from.left);
  };
  return beyond.sort((one, other) => distance(one) - distance(other))[0];
}

function choose(state, code) {
  if (!state.chosen.delete(code)) state.chosen.add(code);
  move(state, code, false);
}

function press(state, event) {
  const tag = state.tags.find((one) => one.key === event.key);
  if (tag) toggle(state, tag.id);
  else if (event.key.startsWith("Arrow")) {
    const beside = findBeside(state, event.key);
    if (beside) move(state, beside.dataset.code, event.shiftKey);
  } else if (event.key === " " && state.now) choose(state, state.now);
  else if (event.key === "Enter" && state.now) return askApp(() => state.setTriggerValue("opened", { piece: state.now }));
  else if (event.key === "Escape") {
    state.chosen.clear();
    draw(state, true);
  } else if (event.key.toLowerCase() === "b") state.name();
  else return false;
  return true;
}

function wire(state, sheet, code) {
  sheet.onclick = () => choose(state, code);
  sheet.ondblclick = () => state.setTriggerValue("opened", { piece: code });
  sheet.ondragstart = (event) => {
    state.dragged = state.chosen.has(code) ? listChosen(state) : [code];
    event.dataTransfer.setData("text/plain", state.dragged.join(" "));
    event.dataTransfer.effectAllowed = "copy";
  };
}

function drawTags(state) {
  const codes = listChosen(state);
  const mine = state.pieces.filter((piece) => codes.includes(piece.code));
  const buttons = state.tags.map((tag) => {
    const isOn = mine.length > 0 && mine.every((piece) => piece.checked.includes(tag.id));
    const button = drawTag(tag, isOn, () => toggle(state, tag.id));
    button.ondragover = (event) => {
      event.preventDefault();
      button.classList.add("over");
    };
    button.ondragleave = () => button.classList.remove("over");
    button.ondrop = (event) => {
      event.preventDefault();
      sort(state, { kind: "sort", pattern: tag.id }, state.dragged ?? []);
    };
    return button;
  });
  const choose = (isOwn) => buttons.filter((_, at) => state.tags[at].isOwn === isOwn);
  state.root.querySelector(".tags.own").replaceChildren(...choose(true));
  state.root.querySelector(".tags.suggested").replaceChildren(...choose(false));
  state.root.querySelector(".label").hidden = !choose(false).length;
  const told = codes.length > 1 ? `${codes.length} pieces chosen` : mine[0] ? `${mine[0].name} at hand` : "";
  state.root.querySelector(".chosen").textContent = state.tags.length ? told : `${told}. Begin a pattern with it.`;
}

function draw(state, shouldFocus) {
  const list = state.root.querySelector(".sheets");
  state.pieces = foresee(state.data.pieces, state.sayer.open);
  const parts = [state.pieces.filter((piece) => piece.isUnsorted), state.pieces.filter((piece) => !piece.isUnsorted)];
  state.pieces = parts.flat();
  if (!state.pieces.some((piece) => piece.code === state.now)) state.now = state.pieces[0]?.code ?? null;
  const titles = ["Not sorted yet", "Sorted"];
  const shown = parts.flatMap((pieces, k) => {
    const part = make("p", "part", titles[k]);
    return pieces.length ? [part, ...pieces.map((piece) => state.sheets.get(piece.code))] : [];
  });
  const hadFocus = list.contains(state.root.getRootNode().activeElement);
  list.replaceChildren(...shown);
  for (const piece of state.pieces) {
    const sheet = state.sheets.get(piece.code);
    drawBadges(sheet, piece, state.tags);
    sheet.classList.toggle("now", piece.code === state.now);
    sheet.setAttribute("aria-selected", String(state.chosen.has(piece.code)));
    sheet.tabIndex = piece.code === state.now ? 0 : -1;
  }
  drawTags(state);
  if (shouldFocus || hadFocus) state.sheets.get(state.now)?.focus({ preventScroll: true });
  if (shouldFocus) state.sheets.get(state.now)?.scrollIntoView({ block: "nearest" });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".gallery");
  const state = kept.get(parentElement) ?? begin(root);
  kept.set(parentElement, state);
  state.sayer.hear(data.heard);
  Object.assign(state, { data, tags: data.tags, setTriggerValue });
  const before = state.sheets;
  state.sheets = new Map();
  for (const piece of data.pieces) {
    const old = before.get(piece.code);
    const look = JSON.stringify([piece.picture, piece.text, piece.caption]);
    const sheet = old?.look === look ? old : Object.assign(drawPiece(piece), { look });
    wire(state, sheet, piece.code);
    state.sheets.set(piece.code, sheet);
  }
  draw(state, false);
  return joinKeyboard(parentElement, root, PART, (key) => press(state, key));
}
