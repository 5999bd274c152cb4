// A page's picture, its lines and marks come in as data; what a teacher says of its words goes out (said.js).

const kept = new WeakMap();

function begin(component) {
  const root = component.parentElement.querySelector(".piece");
  const state = { root, sayer: makeSayer(root), key: null, sheet: null, view: null, hand: null };
  state.here = () => ({ piece: state.data.piece, page: state.data.page });
  const openWord = (line, word, row) => {
    const { role, text, box, slot, others } = word;
    open(state, { line, slot, role, text, box, others, row, isLine: false, isDoubtful: word.is_doubtful });
  };
  const openLine = (line, row) =>
    open(state, { line, slot: null, role: "student", text: line.text, box: line.box, others: [], row, isLine: true });
  state.act = { openWord, openLine };
  state.circler = makeCircler(state);
  state.wordbox = makeWordbox(root, {
    keep(chosen, said) {
      if (said) state.sayer.say(state.setTriggerValue, { ...state.here(), line: chosen.line.number, slot: chosen.slot, ...said });
      if (chosen.isDoubtful) openDoubtful(state, chosen);
      else state.wordbox.close();
    },
    skip: (chosen) => openDoubtful(state, chosen),
    openLine: (chosen) => openLine(chosen.line, chosen.row),
    close(row) {
      state.hand?.remove();
      if (row?.isConnected) row.focus({ preventScroll: true });
    },
  });
  return state;
}

function open(state, chosen) {
  const { data, sheet, view, root } = state;
  state.hand?.remove();
  if (sheet && chosen.box) {
    state.hand = make("span", "hand");
    place(state.hand, chosen.box, data.size);
    sheet.append(state.hand);
    view.show(chosen.box);
  }
  chosen.row.scrollIntoView({ block: "nearest" });
  state.wordbox.open(chosen, data.picture ? sheet.querySelector(".picture") : null, data.size);
}

function listDoubtful(state) {
  const said = new Set(state.sayer.open.map((entry) => `${entry.piece} ${entry.page} ${entry.line} ${entry.slot}`));
  const rows = [...state.root.querySelectorAll(".line")];
  return state.data.lines.flatMap((line, k) =>
    line.words
      .filter((word) => word.is_doubtful && !said.has(`${state.data.piece} ${state.data.page} ${line.number} ${word.slot}`))
      .map((word) => ({ line, word, row: rows[k] })),
  );
}

// The doubtful word behind the one in hand, and round; none left closes the box.
function openDoubtful(state, after) {
  const words = listDoubtful(state).filter((one) => !(one.line.number === after?.line.number && one.word.slot === after?.slot));
  const isBehind = (one) =>
    one.line.number > after.line.number || (one.line.number === after.line.number && one.word.slot > after.slot);
  const next = (after && words.find(isBehind)) || words[0];
  if (next) state.act.openWord(next.line, next.word, next.row);
  else state.wordbox.close();
}

function findPressed(state, x, y) {
  const within = (box) => box && x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  const rows = [...state.root.querySelectorAll(".line")];
  for (const [k, line] of state.data.lines.entries()) {
    const word = line.words.find((one) => within(one.box));
    if (word) return state.act.openWord(line, word, rows[k]);
  }
  return undefined;
}

function listen(state, component) {
  const acts = { d: () => openDoubtful(state, state.wordbox.chosen), e: () => state.circler.start() };
  return joinKeyboard(component.parentElement, state.root, PART, (pressed) => {
    const act = acts[pressed.key.toLowerCase()];
    const isTaken = state.circler.press(pressed);
    if (!isTaken) act?.();
    return isTaken || Boolean(act);
  });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const state = kept.get(parentElement) ?? begin(component);
  kept.set(parentElement, state);
  const isOther = state.key !== data.key;
  Object.assign(state, { data, setTriggerValue, key: data.key });
  state.sayer.hear(data.heard);
  state.root.classList.toggle("typed", !data.picture);
  state.root.classList.toggle("plain", Boolean(data.picture) && !data.lines.length);
  const viewport = state.root.querySelector(".viewport");
  if (isOther) {
    if (state.wordbox.chosen) state.wordbox.close();
    state.circler.leave();
    viewport.style.setProperty("--ratio", data.size.width / data.size.height);
    state.sheet = data.picture ? drawSheet(viewport, data) : null;
    state.root.querySelector(".scan .tools")?.remove();
    state.view = data.picture ? makeView(viewport, state.sheet, data.size, (x, y) => findPressed(state, x, y)) : null;
    if (state.view) drawTools(state.root.querySelector(".scan"), state.view, state.circler);
  }
  if (state.sheet) drawMarks(state.sheet, data);
  state.circler.draw();
  state.sheet?.querySelectorAll(".spot").forEach((spot) => spot.remove());
  drawText(state.root.querySelector(".text"), data, state.sheet, state.view, state.act);
  return listen(state, component);
}
