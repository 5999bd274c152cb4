// Keys pressed anywhere on the page come in; each is taken once, in order, by a part of the page that has joined.
// This is the one place that listens. A key that the app has to answer waits in line, with all keys after it, until
// the app has come to rest, so that a press is neither lost in a run nor doubled. Keys rest while somebody writes.

const WRITES = "input, textarea, select, [contenteditable=true]";
const CHOOSES = "[role=combobox]";
const PANEL = ".st-key-panel"; // opened by a key and left by Escape, also from a box in it
const ANSWERS = "a, button, summary, [role=button], [role=option], [role=radio], [role=tab], [role=combobox]";
const KEYED = "[data-keyed]"; // an element of ours whose Enter and Space come from here
const TOOLKITS = ["r", "c"]; // would run the app anew, and empty what it keeps
const ASKS = '[data-testid="stButton"] button, [data-testid="stFormSubmitButton"] button'; // the toolkit's: the app runs
const CAN_WAIT = /^(.|Enter|Escape|Delete|Backspace|Arrow\w+)$/;
const LATER = "later";
const TABLE = "keys"; // who joined with the page's table
const [PART, PAGE] = [0, 1];
const LOOK_EVERY_MS = 15;
const PATIENCE_MS = 3000; // after so long at rest no answer comes any more

function findFocused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

// Scripts of several components hold this file; they share the keyboard of whichever came first.
function openKeyboard() {
  const name = Symbol.for("patternwork.keyboard");
  window[name] ??= makeKeyboard();
  return window[name];
}

function makeKeyboard() {
  const board = { parts: new Map(), sayers: new Map(), line: [], run: 0, askedIn: null, isHeld: false, lastBusy: 0, timer: 0 };
  window.addEventListener("keydown", (event) => take(board, event), true);
  window.addEventListener("click", (event) => event.isTrusted && notePressed(board, event));
  return board;
}

// What a hand presses is answered before the next key, too. By mouse or finger the button lets go of the focus: the next
// Enter is the page's, not the same button's again.
function notePressed(board, event) {
  const button = event.composedPath().find((one) => one.localName === "button");
  if (event.detail) button?.blur();
  if (button?.matches(ASKS) && board.parts.has(TABLE)) expectAnswer(board);
}

function expectAnswer(board) {
  board.askedIn = board.run;
  board.lastBusy = performance.now();
}

function hearAnswer(board) {
  if (isRunning()) board.lastBusy = performance.now();
  else if (board.run !== board.askedIn || isTooLong(board)) board.askedIn = null;
  if (isTooLong(board)) board.isHeld = false;
}

function take(board, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("[role=dialog]")) return;
  let focused = findFocused();
  if (focused?.matches?.(WRITES)) {
    if (!leaveBox(focused, event.key)) return;
    focused = findFocused();
  }
  if ([" ", "Enter"].includes(event.key) && focused?.matches?.(ANSWERS) && !focused.matches(KEYED)) return;
  if (event.repeat && !event.key.startsWith("Arrow")) return;
  hearAnswer(board);
  const { key, shiftKey, repeat } = event;
  let answer = isWaiting(board) ? LATER : offer(board, { key, shiftKey, repeat });
  if (answer === LATER && !CAN_WAIT.test(key)) answer = false;
  if (answer === LATER && !repeat) board.line.push({ key, shiftKey, repeat });
  if (isWaiting(board)) watchRuns(board);
  if (!answer && !TOOLKITS.includes(key.toLowerCase())) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// Escape lets go of a box of the toolkit's (ours see to it themselves), and so does Enter in a panel of one that a choice
// was made in; says whether the page is to hear of the key, too. A list that lies open under the box has it to itself.
function leaveBox(box, key) {
  const panel = box.closest(PANEL);
  if (box.getRootNode() !== document || box.getAttribute("aria-expanded") === "true") return false;
  if (key !== "Escape" && !(key === "Enter" && panel && box.matches(CHOOSES))) return false;
  box.blur();
  return Boolean(panel);
}

const isWaiting = (board) => board.line.length > 0 || board.askedIn !== null || board.isHeld;

// The part that takes it says true, or "later" where it would but the app is not at rest.
function offer(board, key) {
  for (const part of [...board.parts.values()].sort((one, other) => one.rank - other.rank)) {
    const answer = part.root.isConnected && part.press(key);
    if (answer) return answer;
  }
  return false;
}

function isAtRest(board) {
  const saying = [...board.sayers].some(([root, sayer]) => root.isConnected && sayer.open.length > 0);
  return !isRunning() && (!saying || isTooLong(board));
}

// What a key asks of the app: done at rest alone, and no key is taken until a run has answered it.
function askApp(act) {
  const board = openKeyboard();
  if (!isAtRest(board)) return LATER;
  expectAnswer(board);
  act();
  return true;
}

const isRunning = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState !== "notRunning";
const isTooLong = (board) => performance.now() - board.lastBusy > PATIENCE_MS;

function watchRuns(board) {
  if (board.timer) return;
  board.timer = setInterval(() => {
    hearAnswer(board);
    deliver(board);
    if (isWaiting(board)) return;
    clearInterval(board.timer);
    board.timer = 0;
  }, LOOK_EVERY_MS);
}

function deliver(board) {
  while (board.line.length && board.askedIn === null && !board.isHeld) {
    if (offer(board, board.line[0]) === LATER) return;
    board.line.shift();
  }
}

// A part of the page takes keys from now on, in the place of what `owner` joined before; the way to leave goes out.
function joinKeyboard(owner, root, rank, press) {
  const { parts, sayers } = openKeyboard();
  const part = { root, rank, press };
  for (const gone of [...sayers.keys()].filter((one) => !one.isConnected)) sayers.delete(gone);
  parts.set(owner, part);
  return () => parts.get(owner) === part && parts.delete(owner);
}

// A box opened by a key takes what was typed since.
function writeIn(box) {
  const board = openKeyboard();
  box.focus();
  box.select?.();
  board.isHeld = false;
  const typed = board.line.splice(0).filter((one) => one.key.length === 1);
  if (typed.length) document.execCommand("insertText", false, typed.map((one) => one.key).join(""));
}
