// What a teacher says goes out as the trigger "said": everything the page has not heard yet, again each time, so that
// nothing is lost while the page is being drawn anew. `heard` in the data tells how much of this stream has arrived;
// until then the keyboard knows that the app is still at it.

function makeSayer(root) {
  const stream = Math.random().toString(36).slice(2);
  let last = 0;
  let open = [];
  const sayer = {
    say(setTriggerValue, entry) {
      last += 1;
      openKeyboard().lastBusy = performance.now();
      open.push({ number: last, ...entry });
      setTriggerValue("said", { stream, entries: open });
    },
    hear(heard) {
      const until = heard?.stream === stream ? heard.number : 0;
      open = open.filter((entry) => entry.number > until);
    },
    get open() {
      return open;
    },
  };
  openKeyboard().sayers.set(root, sayer);
  return sayer;
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

// A label with the key that presses it, which no screen without a keyboard shows (keyed.css).
function labelByKey(button, label, key) {
  button.replaceChildren(label, make("kbd", "", key));
  return button;
}

// Other readings of a word: buttons that put one into the box, which arrow keys do as well.
function offerOthers(box, input, others, keep) {
  let at = -1;
  box.replaceChildren();
  const put = (place) => {
    at = place;
    input.value = others[place];
    [...box.children].forEach((button, k) => button.setAttribute("aria-pressed", String(k === place)));
  };
  others.forEach((text, place) => {
    const button = make("button", "other", text);
    button.type = "button";
    button.title = `It says “${text}”`;
    button.onclick = () => {
      put(place);
      keep();
    };
    box.append(button);
  });
  return (step) => {
    if (others.length) put((Math.max(at, step > 0 ? -1 : 0) + step + others.length) % others.length);
  };
}
