// The scan: it is turned, zoomed and dragged; a press on it names the place that was pressed.

const NEAREST = 1;
const FARTHEST = 8;
const STILL_PX = 5;

function place(element, box, size) {
  const share = (value, whole) => `${(100 * value) / whole}%`;
  element.style.left = share(box[0], size.width);
  element.style.top = share(box[1], size.height);
  element.style.width = share(box[2] - box[0], size.width);
  element.style.height = share(box[3] - box[1], size.height);
}

function makeView(viewport, sheet, size, onPressed) {
  const view = { x: 0, y: 0, scale: 1 };
  const fingers = new Map();
  let spread = 0;
  let from = null;

  function draw() {
    const room = viewport.getBoundingClientRect();
    const width = room.width * view.scale;
    const height = sheet.offsetHeight * view.scale;
    view.x = Math.min(0, Math.max(room.width - width, view.x));
    view.y = Math.min(0, Math.max(Math.min(0, room.height - height), view.y));
    // A page that is whole on the screen lets a finger scroll past it.
    viewport.style.touchAction = width > room.width || height > room.height + 1 ? "none" : "pan-y";
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
    from = fingers.size === 1 ? event : null;
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
  viewport.onpointerup = (event) => {
    fingers.delete(event.pointerId);
    const isStill = from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < STILL_PX;
    from = null;
    if (!isStill) return;
    const room = sheet.getBoundingClientRect();
    onPressed(
      ((event.clientX - room.left) / room.width) * size.width,
      ((event.clientY - room.top) / room.height) * size.height,
    );
  };
  viewport.onpointercancel = (event) => fingers.delete(event.pointerId);

  sheet.querySelector(".picture").onload = draw;

  return {
    zoom,
    fit() {
      Object.assign(view, { x: 0, y: 0, scale: 1 });
      draw();
    },
    show(box) {
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
  viewport.replaceChildren(sheet);
  return sheet;
}

function drawMarks(sheet, data) {
  sheet.querySelectorAll(".mark, .ring:not(.now)").forEach((element) => element.remove());
  for (const mark of data.marks) {
    const element = make("span", `mark ${mark.look}`);
    element.title = mark.title;
    place(element, mark.box, data.size);
    sheet.append(element);
  }
  for (const ring of data.rings) {
    const element = make("span", "ring");
    element.append(make("span", "sign", ring.sign));
    element.title = ring.title;
    place(element, ring.box, { width: 1, height: 1 });
    sheet.append(element);
  }
}

const CIRCLE = "Circle evidence";

function drawTools(root, view, circler) {
  const tools = make("div", "tools");
  const acts = [
    [CIRCLE, "circle a place that shows a pattern", () => circler.start()],
    ["+", "zoom in", () => view.zoom(1.4)],
    ["−", "zoom out", () => view.zoom(1 / 1.4)],
    ["fit", "fit the width", () => view.fit()],
  ];
  for (const [sign, title, act] of acts) {
    const button = make("button", "tool", sign);
    button.type = "button";
    button.setAttribute("aria-label", title);
    button.title = title;
    if (sign === CIRCLE) labelByKey(button, sign, "E");
    button.onclick = act;
    tools.append(button);
  }
  root.append(tools);
}
