// Words to check come in as data, one after the other is asked for; what a teacher says of each goes out (said.js).

const kept = new WeakMap();

function begin(root) {
  const state = { root, sayer: makeSayer(root), skipped: [], shown: null, words: [] };
  const input = root.querySelector(".says");
  let turn = () => {};

  const name = (word) => `${word.piece} ${word.page} ${word.line} ${word.slot}`;
  state.next = () => {
    const said = new Set(state.sayer.open.map(name));
    const left = state.words.filter((word) => !said.has(name(word)));
    const fresh = left.filter((word) => !state.skipped.includes(name(word)));
    return fresh[0] ?? left[0];
  };
  const say = (entry) => {
    const { piece, page, line, slot } = state.shown;
    state.sayer.say(state.setTriggerValue, { piece, page, line, slot, role: "student", ...entry });
    state.draw();
  };
  const keep = () => {
    const text = input.value.trim();
    if (state.shown) say({ text: text === state.shown.text ? null : text, isSkipped: false });
  };
  const skip = () => {
    if (!state.shown) return;
    if (state.isTest) return say({ text: null, isSkipped: true });
    state.skipped.push(name(state.shown));
    return state.draw();
  };
  input.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && event.shiftKey) skip();
    else if (event.key === "Enter") keep();
    else if (event.key === "ArrowDown") turn(1);
    else if (event.key === "ArrowUp") turn(-1);
    else if (event.key === "Escape") input.blur();
    else return;
    event.preventDefault();
  };
  root.querySelector(".keep").onclick = keep;
  root.querySelector(".skip").onclick = skip;
  root.querySelector(".open").onclick = () =>
    state.shown && state.setTriggerValue("opened", { piece: state.shown.piece, page: state.shown.page });

  state.draw = () => {
    const word = state.next();
    root.classList.toggle("empty", !word);
    const isShown = word && state.shown && name(word) === name(state.shown);
    state.shown = word ?? null;
    if (!word || isShown) return;
    root.dataset.shown = name(word);
    root.querySelector(".picture").src = word.picture;
    root.querySelector(".open").textContent = `${word.code} page ${word.page + 1}`;
    const line = root.querySelector(".line");
    line.replaceChildren(`${word.before} `, make("b", "", word.text), ` ${word.after}`);
    turn = offerOthers(root.querySelector(".others"), input, word.others, keep);
    input.value = word.text;
    input.focus({ preventScroll: true });
    input.select();
  };
  return state;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".check");
  const state = kept.get(parentElement) ?? begin(root);
  kept.set(parentElement, state);
  Object.assign(state, { words: data.words, isTest: data.isTest, setTriggerValue });
  state.sayer.hear(data.heard);
  labelByKey(root.querySelector(".keep"), data.isTest ? "Right, or as typed" : "It says that", "⏎");
  root.querySelector(".skip").textContent = data.isTest ? "Can’t tell" : "Skip";
  root.querySelector(".skip").title = "Shift+Enter";
  state.draw();
}
