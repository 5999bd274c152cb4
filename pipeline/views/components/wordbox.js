// The word in hand: its place on the scan, large, and a box for what it says. It stays open while the text is drawn anew.

const CROP_HEIGHT_PX = 96;
const AROUND = 2.2; // of a line's height, on either side of the word
const OVER = 0.35;

function cutCrop(canvas, picture, size, box) {
  const room = canvas.parentElement.clientWidth;
  const height = box[3] - box[1];
  const scale = Math.min(CROP_HEIGHT_PX / (height * (1 + 2 * OVER)), room / (box[2] - box[0] + 0.5 * height));
  const width = Math.min(room, (box[2] - box[0] + 2 * AROUND * height) * scale);
  const left = (box[0] + box[2]) / 2 - width / scale / 2;
  const top = box[1] - OVER * height;
  const density = window.devicePixelRatio || 1;
  const tall = height * (1 + 2 * OVER) * scale;
  canvas.width = width * density;
  canvas.height = tall * density;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${tall}px`;
  const pen = canvas.getContext("2d");
  const grain = picture.naturalWidth / size.width;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(
    picture, left * grain, top * grain, (width / scale) * grain, (tall / scale) * grain, 0, 0, canvas.width, canvas.height,
  );
  pen.strokeStyle = "#2F5D8C";
  pen.lineWidth = 2 * density;
  const edge = (value) => value * scale * density;
  pen.strokeRect(edge(box[0] - left) - 3, edge(box[1] - top) - 3, edge(box[2] - box[0]) + 6, edge(height) + 6);
}

function makeWordbox(root, acts) {
  const box = root.querySelector(".wordbox");
  const input = box.querySelector(".says");
  const whose = box.querySelector(".whose");
  let chosen = null;
  let turn = () => {};

  const keep = () => {
    if (!chosen) return;
    const text = input.value.trim();
    const isSame = text === chosen.text && whose.value === chosen.role;
    acts.keep(chosen, isSame && chosen.isLine ? undefined : { text: text === chosen.text ? null : text, role: whose.value });
  };
  const close = () => {
    const row = chosen?.row;
    chosen = null;
    box.hidden = true;
    acts.close(row);
  };
  input.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && event.shiftKey) acts.skip(chosen);
    else if (event.key === "Enter") keep();
    else if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") turn(1);
    else if (event.key === "ArrowUp") turn(-1);
    else return;
    event.preventDefault();
  };
  whose.onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
    if (event.key === "Enter") keep();
  };
  box.querySelector(".keep").onclick = keep;
  box.querySelector(".skip").onclick = () => acts.skip(chosen);
  box.querySelector(".close").onclick = close;
  box.querySelector(".whole").onclick = () => acts.openLine(chosen);

  return {
    close,
    get chosen() {
      return chosen;
    },
    open(next, picture, size) {
      chosen = next;
      box.hidden = false;
      box.classList.toggle("line", next.isLine);
      input.value = next.text;
      whose.value = next.role;
      turn = offerOthers(box.querySelector(".others"), input, next.others, keep);
      const canvas = box.querySelector("canvas");
      canvas.hidden = !(picture && next.box);
      if (!canvas.hidden) cutCrop(canvas, picture, size, next.box);
      input.focus({ preventScroll: true });
      input.select();
    },
  };
}
