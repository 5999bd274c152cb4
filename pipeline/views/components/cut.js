// A stack's sides with a proposed cut come in; cuts are toggled, dragged and set here, and the whole cut goes out once.

const kept = new WeakMap();
const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];
const count = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

function begin(component) {
  const root = component.parentElement.querySelector(".cutting");
  const state = { root, here: 1, each: component.data.each };
  state.take = (data) => {
    state.data = data;
    state.key = data.key;
    state.starts = new Set(data.starts);
    state.proposed = new Map(listSpans(state).map(({ first, end }) => [first, end]));
    state.out = new Set(data.leaves.flatMap((leaf, place) => (leaf.role === "page" ? [] : [place])));
    state.odds = new Map(Object.entries(data.odds).map(([place, told]) => [Number(place), told]));
    state.each = data.each;
    drawLeaves(state);
    draw(state);
  };
  const on = (name, act) => (root.querySelector(`.${name}`).onclick = act);
  on("fewer", () => setEach(state, state.each - 1));
  on("more", () => setEach(state, state.each + 1));
  on("each", () => cutEvery(state));
  on("next", () => goToOdd(state));
  on("again", () => state.take(state.data));
  on("done", () => finish(state));
  return state;
}

function drawLeaves(state) {
  const list = state.root.querySelector(".leaves");
  list.replaceChildren(
    ...state.data.leaves.map((leaf, place) => {
      const item = make("li", "leaf");
      const mark = make("button", "mark");
      mark.type = "button";
      mark.tabIndex = -1;
      mark.disabled = place === 0;
      mark.dataset.place = place;
      drag(state, mark, place);
      const sheet = make("div", "sheet");
      const picture = make("img", leaf.turned ? "turned" : "");
      Object.assign(picture, { src: leaf.picture, alt: `Side ${leaf.side + 1}`, loading: "lazy" });
      picture.style.setProperty("--shape", leaf.shape);
      const take = make("button", "take");
      take.type = "button";
      take.onclick = () => {
        if (!state.out.delete(place)) state.out.add(place);
        draw(state);
      };
      sheet.append(make("p", "name"), picture, make("div", "notes"), take);
      item.append(mark, sheet);
      return item;
    }),
  );
}

function listSpans(state) {
  const firsts = [...new Set([0, ...state.starts])].sort((a, b) => a - b);
  return firsts.map((first, k) => ({ first, end: firsts[k + 1] ?? state.data.leaves.length }));
}

function listPieces(state) {
  return listSpans(state).map((piece) => ({ ...piece, pages: range(piece).filter((place) => !state.out.has(place)) }));
}

const isProposed = (state, { first, end }) => state.proposed.get(first) === end;

const range = ({ first, end }) => Array.from({ length: end - first }, (_, k) => first + k);

function draw(state) {
  const items = [...state.root.querySelectorAll(".leaf")];
  const pieces = listPieces(state);
  let number = 0;
  for (const piece of pieces) {
    number += piece.pages.length ? 1 : 0;
    const label = state.data.leaves.slice(piece.first, piece.end).find((leaf) => leaf.label)?.label;
    for (const place of range(piece)) drawLeaf(state, items[place], place, { ...piece, number, label });
  }
  const full = pieces.filter((piece) => piece.pages.length);
  const odd = full.filter((piece) => range(piece).some((place) => state.odds.has(place))).length;
  state.root.querySelector(".told").textContent = tell(full, odd);
  const told = pieces.some((piece) => isProposed(state, piece)) ? state.data.told : "";
  state.root.querySelector(".rest").textContent = [told, tellRest(state)].filter(Boolean).join(" ");
  state.root.querySelector(".rest").classList.toggle("weak", state.data.weak && told !== "");
  state.root.querySelector(".each").textContent = `Every ${count(state.each, "page")}`;
  state.root.querySelector(".next").disabled = !odd;
  state.root.querySelector(".done").disabled = !full.length;
}

function drawLeaf(state, item, place, piece) {
  const leaf = state.data.leaves[place];
  const isCut = place > 0 && state.starts.has(place);
  item.className = `leaf ${piece.number % 2 ? "odd" : "even"}-piece${state.out.has(place) ? " left-out" : ""}${isCut || place === 0 ? "" : " joined"}`;
  const mark = item.querySelector(".mark");
  mark.classList.toggle("cut", isCut);
  mark.classList.toggle("here", place === state.here);
  mark.setAttribute("aria-pressed", String(isCut));
  mark.setAttribute("aria-label", `Cut before side ${leaf.side + 1}`);
  const name = item.querySelector(".name");
  const isFirst = place === piece.first && piece.pages.length > 0;
  name.replaceChildren(make("b", "", isFirst ? String(piece.label || piece.number) : ""), make("span", "", `p. ${leaf.side + 1}`));
  const notes = [];
  const why = isProposed(state, piece) ? state.data.why[place] : state.data.byYou;
  if (isFirst && why) notes.push(make("p", "tells why", why));
  if (leaf.turned) notes.push(make("p", "tells", "lies upside down"));
  if (state.out.has(place)) notes.push(make("p", "tells", `${leaf.role === "page" ? "left out" : leaf.role}, not read`));
  if (state.odds.has(place)) {
    notes.push(make("p", "tells odd", state.odds.get(place)));
    const right = make("button", "take", "It is right");
    right.type = "button";
    right.onclick = () => {
      state.odds.delete(place);
      draw(state);
    };
    notes.push(right);
  }
  item.querySelector(".notes").replaceChildren(...notes);
  item.querySelector(".sheet > .take").textContent = state.out.has(place) ? "Read it" : "Leave out";
}

function tell(pieces, odd) {
  const lengths = pieces.map((piece) => piece.pages.length);
  const pages = lengths.reduce((sum, n) => sum + n, 0);
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const each = least === most ? count(least, "page") : `${least} to ${most} pages`;
  const number = NUMBERS[odd] ?? String(odd);
  const look = odd ? ` ${number} ${odd === 1 ? "looks" : "look"} odd.` : "";
  return pieces.length ? `${count(pages, "page")} → ${count(pieces.length, "piece")}, ${each} each.${look}` : "No page is left.";
}

function tellRest(state) {
  const left = [...state.out].length;
  return left ? `${count(left, "side")} ${left === 1 ? "is" : "are"} not read.` : "";
}

function toggle(state, place) {
  if (place < 1 || place >= state.data.leaves.length) return;
  if (!state.starts.delete(place)) state.starts.add(place);
  state.here = place;
  draw(state);
}

// A mark pressed is toggled; pressed, moved and let go over another one, it is moved there.
function drag(state, mark, place) {
  let target = null;
  const find = (event) => state.root.getRootNode().elementFromPoint(event.clientX, event.clientY)?.closest?.(".leaf");
  mark.onpointerdown = (event) => {
    target = place;
    mark.setPointerCapture(event.pointerId);
  };
  mark.onpointermove = (event) => {
    if (target === null || !state.starts.has(place)) return;
    const found = find(event)?.querySelector(".mark");
    state.root.querySelector(".mark.over")?.classList.remove("over");
    if (!found || found.disabled) return;
    target = Number(found.dataset.place);
    if (target !== place) found.classList.add("over");
  };
  mark.onpointerup = () => {
    state.root.querySelector(".mark.over")?.classList.remove("over");
    const to = target;
    target = null;
    if (to === null) return;
    if (to === place) return toggle(state, place);
    state.starts.delete(place);
    state.starts.add(to);
    state.here = to;
    draw(state);
  };
  mark.onpointercancel = () => (target = null);
}

function setEach(state, each) {
  state.each = Math.min(20, Math.max(1, each));
  cutEvery(state);
}

function cutEvery(state) {
  const counted = state.data.leaves.flatMap((leaf, place) => (leaf.role === "separator" ? [] : [place]));
  state.starts = new Set([0, ...counted.filter((_, k) => k % state.each === 0)]);
  draw(state);
}

function move(state, place) {
  state.here = Math.min(state.data.leaves.length - 1, Math.max(1, place));
  draw(state);
  state.root.querySelectorAll(".leaf")[state.here].scrollIntoView({ block: "nearest" });
}

function goToOdd(state) {
  const places = [...state.odds.keys()].sort((a, b) => a - b);
  const next = places.find((place) => place > state.here) ?? places[0];
  if (next === undefined) return;
  state.here = Math.max(1, next);
  draw(state);
  state.root.querySelectorAll(".leaf")[next].scrollIntoView({ block: "center" });
}

function findRow(state) {
  const items = [...state.root.querySelectorAll(".leaf")];
  const top = items[0]?.offsetTop;
  return items.filter((item) => item.offsetTop === top).length || 1;
}

function finish(state) {
  state.setTriggerValue("done", { starts: [...state.starts].sort((a, b) => a - b), out: [...state.out], odds: [...state.odds.keys()] });
}

function listen(state, component) {
  const keys = {
    c: () => toggle(state, state.here),
    n: () => goToOdd(state),
    ArrowRight: () => move(state, state.here + 1),
    ArrowLeft: () => move(state, state.here - 1),
    ArrowDown: () => move(state, state.here + findRow(state)),
    ArrowUp: () => move(state, state.here - findRow(state)),
    Enter: () => !state.root.querySelector(".done").disabled && askApp(() => finish(state)),
  };
  return joinKeyboard(component.parentElement, state.root, PART, ({ key }) => {
    const act = keys[key.length === 1 ? key.toLowerCase() : key];
    return act ? (act() ?? true) : false;
  });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const state = kept.get(parentElement) ?? begin(component);
  kept.set(parentElement, state);
  state.setTriggerValue = setTriggerValue;
  if (state.key !== data.key) state.take(data);
  return listen(state, component);
}
