// Pieces come in; their sheets go out: the page or the typed words, the code, the patterns each has, the words beside it.
// Texts of students and teachers are only ever set with textContent.

function drawPaper(piece) {
  if (!piece.picture) return make("div", "paper", piece.text);
  const picture = make("img", "paper");
  picture.src = piece.picture;
  picture.alt = `first page of piece ${piece.name}`;
  picture.draggable = false;
  return picture;
}

function nameTag(tag) {
  return [tag.key, tag.sign, tag.name].filter(Boolean).join(" ");
}

function drawPiece(piece) {
  const sheet = make("div", "sheet");
  sheet.setAttribute("role", "option");
  sheet.draggable = true;
  sheet.dataset.code = piece.code;
  sheet.dataset.keyed = "";
  sheet.append(drawPaper(piece), make("div", "who"));
  if (piece.caption) {
    const words = make("div", "words", `“${piece.caption}”`);
    words.title = `words the teacher wrote down: ${piece.caption}`;
    sheet.append(words);
  } else if (piece.picture && piece.text) sheet.append(make("div", "words", piece.text));
  return sheet;
}

function drawBadges(sheet, piece, tags) {
  const who = sheet.querySelector(".who");
  const mine = tags.filter((tag) => piece.patterns.includes(tag.id));
  const suggested = mine.filter((tag) => !tag.isOwn);
  const badges = mine.filter((tag) => tag.isOwn).map((tag) => {
    const badge = make("span", "badge", nameTag(tag));
    badge.title = tag.name;
    return badge;
  });
  if (suggested.length) {
    const more = make("span", "", `${suggested.length} suggested`);
    more.title = suggested.map((tag) => tag.name).join("\n");
    badges.push(more);
  }
  const pages = piece.pages > 1 ? [make("span", "", `${piece.pages} pages${suggested.length ? " ·" : ""}`)] : [];
  who.replaceChildren(make("span", "code", piece.name), ...pages, ...badges);
  const sorted = mine.length ? mine.map((tag) => tag.name).join(", ") : "not sorted yet";
  sheet.setAttribute("aria-label", `piece ${piece.name}: ${sorted}`);
}

function drawTag(tag, isOn, act) {
  const button = make("button", isOn ? "tag on" : "tag");
  button.type = "button";
  button.dataset.pattern = tag.id;
  const name = make("span", "", [tag.sign, tag.name].filter(Boolean).join(" "));
  button.append(tag.key ? make("kbd", "", tag.key) : make("span"), name, make("span", "count", String(tag.count)));
  button.onclick = act;
  return button;
}

// What was said and not heard yet counts already: the screen answers at once.
function foresee(pieces, entries) {
  return pieces.map((piece) => {
    const [patterns, checked] = [new Set(piece.patterns), new Set(piece.checked)];
    let isUnsorted = piece.isUnsorted;
    for (const entry of entries) {
      if (entry.kind !== "sort" || !entry.pieces.includes(piece.code)) continue;
      for (const ids of [patterns, checked]) {
        if (entry.isOn) ids.add(entry.pattern);
        else ids.delete(entry.pattern);
      }
      isUnsorted = !patterns.size;
    }
    return { ...piece, patterns: [...patterns], checked: [...checked], isUnsorted };
  });
}
