// The text beside the scan, line by line and word by word. Texts of students are only ever set with textContent.

const TELLS = { form: "printed", teacher: "another ink", struck: "crossed out" };

function drawWord(word) {
  const classes = [word.is_doubtful ? "doubtful" : "", word.look, word.role === "student" ? "" : `aside ${word.role}`];
  const element = make(word.role === "struck" ? "s" : "span", classes.filter(Boolean).join(" "), word.text);
  if (word.role !== "student") element.title = TELLS[word.role];
  element.dataset.slot = word.slot;
  return element;
}

function drawLine(line, act) {
  const looks = `${line.starts_paragraph ? " paragraph" : ""}${line.is_checked ? " checked" : ""}`;
  const row = make("li", `line${looks}${line.text ? "" : " not-own"}`);
  row.tabIndex = 0;
  row.setAttribute("role", "button");
  row.setAttribute("aria-label", `${line.text || TELLS[line.words[0].role]}. Press Enter to correct this line.`);
  const words = make("span", "words");
  line.words.forEach((word, index) => {
    const before = line.words[index - 1];
    if (before) words.append(before.look && before.look === word.look ? make("span", word.look, " ") : " ");
    words.append(drawWord(word));
  });
  row.append(words);
  if (!line.text) row.append(make("span", "tells", TELLS[line.words[0].role]));
  row.onclick = (event) => {
    const pressed = event.target.dataset?.slot;
    const word = line.words.find((one) => String(one.slot) === pressed);
    if (word) act.openWord(line, word, row);
    else act.openLine(line, row);
  };
  row.onkeydown = (event) => {
    if (event.key === "Enter" && event.target === row) {
      event.preventDefault();
      event.stopPropagation();
      act.openLine(line, row);
    }
  };
  return row;
}

function link(row, spot, box, view) {
  const light = (isLit, shouldShow) => {
    row.classList.toggle("lit", isLit);
    spot?.classList.toggle("lit", isLit);
    if (isLit && shouldShow && box) view?.show(box);
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

function drawText(list, data, sheet, view, act) {
  list.replaceChildren();
  for (const line of data.lines) {
    const row = drawLine(line, act);
    row.dataset.number = line.number;
    list.append(row);
    let spot = null;
    if (sheet && line.box) {
      spot = make("span", "spot");
      place(spot, line.box, data.size);
      sheet.append(spot);
    }
    link(row, spot, line.box, view);
  }
}
