// The browser's print window is opened by a press; nothing is sent, and nothing is written.

export default function ({ parentElement }) {
  parentElement.querySelector(".print").onclick = () => window.print();
}
