// A page's picture, its lines and marks come in as data; a corrected line goes out as the trigger "corrected".
// Texts of students are only ever set with textContent.

const NEAREST = 1;
const FARTHEST = 8;
const kept = new WeakMap();
const listeners = new WeakMap();

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function place(element, box, size) {
  const share = (value, whole) => `${(100 * value) / whole}%`;
  element.style.left = share(box[0], size.width);
  element.style.top = share(box[1], size.height);
  element.style.width = share(box[2] - box[0], size.width);
  element.style.height = share(box[3] - box[1], size.height);
}

function makeView(viewport, sheet) {
  const view = { x: 0, y: 0, scale: 1 };
  const fingers = new Map();
  let spread = 0;

  function draw() {
    const room = viewport.getBoundingClientRect();
    const width = room.width * view.scale;
    const height = sheet.offsetHeight * view.scale;
    view.x = Math.min(0, Math.max(room.width - width, view.x));
    view.y = Math.min(0, Math.max(Math.min(0, room.height - height), view.y));
    sheet.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  }

  function zoom(factor, clientX, clientY) {
    const room = viewport.getBoundingClientRect();
    const x = clientX === undefined ? room.width / 2 : clientX - room.left;
    const y = clientY === undefined ? room.height / 2 : clientY - room.top;
    const scale = Math.min(FARTHEST, Math.max(NEAREST, view.scale * factor));
    view.x = x - ((x - view.x) * scale) / view.scale;
    view.y = y - ((y - view.y) * scale) / view.scale;
    view.scale = scale;
    draw();
  }

  function measureSpread() {
    const [first, second] = [...fingers.values()];
    return Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY);
  }

  viewport.onwheel = (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400), event.clientX, event.clientY);
  };
  viewport.onpointerdown = (event) => {
    viewport.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event);
    if (fingers.size === 2) spread = measureSpread();
  };
  viewport.onpointermove = (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    fingers.set(event.pointerId, event);
    if (fingers.size === 2) {
      const now = measureSpread();
      zoom(now / spread, event.clientX, event.clientY);
      spread = now;
      return;
    }
    view.x += event.clientX - before.clientX;
    view.y += event.clientY - before.clientY;
    draw();
  };
  viewport.onpointerup = viewport.onpointercancel = (event) => fingers.delete(event.pointerId);

  return {
    zoom,
    fit() {
      Object.assign(view, { x: 0, y: 0, scale: 1 });
      draw();
    },
    show(box, size) {
      const room = viewport.getBoundingClientRect();
      const middle = ((box[1] + box[3]) / 2 / size.height) * sheet.offsetHeight * view.scale;
      if (middle + view.y < 24 || middle + view.y > room.height - 24) {
        view.y = room.height / 2 - middle;
        draw();
      }
    },
  };
}

function drawSheet(viewport, data) {
  const sheet = make("div", "sheet");
  const picture = make("img", "picture");
  picture.src = data.picture;
  picture.alt = data.alt;
  picture.draggable = false;
  sheet.append(picture);
  for (const mark of data.marks) {
    const element = make("span", `mark ${mark.look}`);
    element.title = mark.title;
    place(element, mark.box, data.size);
    sheet.append(element);
  }
  viewport.replaceChildren(sheet);
  return sheet;
}

function drawTools(root, view) {
  const tools = make("div", "tools");
  const acts = [["+", "zoom in", () => view.zoom(1.4)], ["−", "zoom out", () => view.zoom(1 / 1.4)], ["fit", "fit the width", () => view.fit()]];
  for (const [sign, title, act] of acts) {
    const button = make("button", "tool", sign);
    button.type = "button";
    button.setAttribute("aria-label", title);
    button.title = title;
    button.onclick = act;
    tools.append(button);
  }
  root.append(tools);
}

function editLine(row, line, save) {
  const input = make("input", "edit");
  input.value = line.text;
  input.setAttribute("aria-label", "what the line says");
  const leave = () => row.classList.remove("editing");
  input.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Enter") {
      leave();
      if (input.value.trim() !== line.text) save(input.value.trim());
    }
    if (event.key === "Escape") {
      leave();
      row.focus();
    }
  };
  input.onblur = leave;
  row.querySelector("input")?.remove();
  row.classList.add("editing");
  row.append(input);
  input.focus();
}

function drawLine(line, act) {
  const row = make("li", `line${line.starts_paragraph ? " paragraph" : ""}${line.is_checked ? " checked" : ""}`);
  row.tabIndex = 0;
  row.setAttribute("role", "button");
  row.setAttribute("aria-label", `${line.text}. Press Enter to correct this line.`);
  const words = make("span", "words");
  line.words.forEach((word, index) => {
    const before = line.words[index - 1];
    if (before) words.append(before.look && before.look === word.look ? make("span", word.look, " ") : " ");
    const classes = [word.is_doubtful ? "doubtful" : "", word.look].filter(Boolean).join(" ");
    words.append(make("span", classes, word.text));
  });
  row.append(words);
  row.onclick = () => act.edit(row, line);
  row.onkeydown = (event) => {
    if (event.key === "Enter" && event.target === row) {
      event.preventDefault();
      event.stopPropagation();
      act.edit(row, line);
    }
  };
  return row;
}

function link(row, spot, box, view, size) {
  const light = (isLit, shouldShow) => {
    row.classList.toggle("lit", isLit);
    spot?.classList.toggle("lit", isLit);
    if (isLit && shouldShow && box) view?.show(box, size);
  };
  row.onmouseenter = () => light(true, false);
  row.onfocus = () => light(true, true);
  row.onmouseleave = row.onblur = () => light(false, false);
  if (!spot) return;
  spot.onmouseenter = () => {
    light(true, false);
    row.scrollIntoView({ block: "nearest" });
  };
  spot.onmouseleave = () => light(false, false);
}

function drawText(list, data, sheet, view, save) {
  const act = {
    edit(row, line) {
      if (line.box) view?.show(line.box, data.size);
      editLine(row, line, (text) => save({ line: line.number, text }));
    },
  };
  list.replaceChildren();
  for (const line of data.lines) {
    const row = drawLine(line, act);
    list.append(row);
    let spot = null;
    if (sheet && line.box) {
      spot = make("span", "spot");
      place(spot, line.box, data.size);
      sheet.append(spot);
    }
    link(row, spot, line.box, view, data.size);
  }
}

function isWriting() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return Boolean(element?.matches?.("input, textarea, select"));
}

// D goes from one line with a doubtful word to the next, and round.
function listenForDoubt(root) {
  return (event) => {
    if (event.key.toLowerCase() !== "d" || event.ctrlKey || event.metaKey || event.altKey || isWriting()) return;
    const rows = [...root.querySelectorAll(".line")].filter((row) => row.querySelector(".doubtful"));
    if (!rows.length) return;
    const here = rows.indexOf(root.getRootNode().activeElement);
    rows[(here + 1) % rows.length].focus();
    event.preventDefault();
  };
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".piece");
  const list = root.querySelector(".text");
  const viewport = root.querySelector(".viewport");
  let state = kept.get(parentElement);
  root.classList.toggle("typed", !data.picture);
  if (data.picture && (!state || state.key !== data.key)) {
    const sheet = drawSheet(viewport, data);
    const view = makeView(viewport, sheet);
    root.querySelector(".scan .tools")?.remove();
    drawTools(root.querySelector(".scan"), view);
    state = { key: data.key, sheet, view };
    kept.set(parentElement, state);
  }
  state?.sheet?.querySelectorAll(".spot").forEach((spot) => spot.remove());
  drawText(list, data, data.picture ? state.sheet : null, state?.view, (line) =>
    setTriggerValue("corrected", { page: data.page, ...line }),
  );
  const listen = listenForDoubt(root);
  const before = listeners.get(parentElement);
  if (before) document.removeEventListener("keydown", before);
  document.addEventListener("keydown", listen);
  listeners.set(parentElement, listen);
  return () => document.removeEventListener("keydown", listen);
}
