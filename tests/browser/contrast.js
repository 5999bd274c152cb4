// Every piece of text on the page, shadow roots too, goes in; those under 4.5 to 1 against what lies behind them go out.
() => {
  const parse = (colour) => {
    const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const over = (top, alpha, bottom) => top.map((v, k) => v * alpha + bottom[k] * (1 - alpha));
  const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  const findBackground = (element) => {
    const layers = [];
    for (let at = element; at; at = parentOf(at)) {
      const { rgb, alpha } = parse(getComputedStyle(at).backgroundColor);
      if (alpha > 0) layers.push({ rgb, alpha });
      if (alpha === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer.rgb, layer.alpha, below), [255, 255, 255]);
  };
  const weak = [];
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.closest("[disabled], style, script, noscript")) continue;
      const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join("");
      const room = element.getBoundingClientRect();
      if (!text || !room.width || !room.height || getComputedStyle(element).visibility === "hidden") continue;
      const background = findBackground(element);
      const { rgb, alpha } = parse(getComputedStyle(element).color);
      const [high, low] = [luminance(over(rgb, alpha, background)), luminance(background)].sort((a, b) => b - a);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${element.tagName} ${text.slice(0, 40)}`);
    }
  };
  look(document);
  return weak;
}
