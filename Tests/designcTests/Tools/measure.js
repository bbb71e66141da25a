// What measure.py asks of a picture in the browser. Every function gives a list of complaints.

function families() {
  const text = document.querySelector("text");
  return text ? getComputedStyle(text).fontFamily.split(",").map(f => f.trim().replace(/["']/g, "")) : [];
}

function classes(element) { return (element.getAttribute("class") || "").split(" "); }

// The element that a text must stay in: the ground that is painted right before it, else the border of what it belongs
// to, else the sheet.
function container(text) {
  let before = text.previousElementSibling;
  while (before && before.tagName === "text") before = before.previousElementSibling;
  const names = before ? classes(before) : [];
  // A badge holds one text; the lines of a label share their ground.
  const isBadge = text.previousElementSibling === before && names.some(n => n.startsWith("tint-"));
  const isGround = isBadge || names.some(n => ["pill", "note", "pin"].includes(n));
  const isTab = before && before.tagName === "path" && /q/.test(before.getAttribute("d") || "")
    && text.classList.contains("groupTitle");
  if (before && (isGround || isTab)) return before;
  for (let group = text.parentElement; group && group.tagName !== "svg"; group = group.parentElement) {
    const border = [...group.children].flatMap(c => c.tagName === "a" ? [...c.children] : [c]).find(
      c => c.tagName === "rect" && !classes(c).some(n => n.startsWith("tint-") || n.startsWith("bar") || n === "track" || n === "limit"));
    if (border) return border;
  }
  return document.querySelector("rect.sheet");
}

function box(element) {
  const r = element.getBoundingClientRect();
  return { left: r.left, top: r.top, right: r.right, bottom: r.bottom };
}

function overlap(a, b) {
  return [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
}

// The part of a text's box in which letters are: from the height of a capital to the baseline.
function letters(text) {
  const b = box(text), size = parseFloat(getComputedStyle(text).fontSize);
  const scale = (b.bottom - b.top) / text.getBBox().height || 1;
  const baseline = (parseFloat(text.getAttribute("y")) - text.getBBox().y) * scale + b.top;
  return { left: b.left, right: b.right, top: baseline - 0.73 * size * scale, bottom: baseline };
}

function geometry(tried) {
  const found = [];
  const style = document.documentElement.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "style"));
  const texts = [...document.querySelectorAll("text")];
  for (const family of tried) {
    style.textContent = `text{font-family:'${family}'!important}`;
    const boxes = texts.map(letters);
    texts.forEach((text, i) => {
      const ground = container(text), inner = boxes[i], outer = box(ground);
      const out = Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);
      if (out > 0.5) found.push(`${family}: "${text.textContent}" leaves its box by ${out.toFixed(1)}`);
    });
    const order = texts.map((_, i) => i).sort((a, b) => boxes[a].left - boxes[b].left);
    for (let n = 0; n < order.length; n++) {
      for (let m = n + 1; m < order.length && boxes[order[m]].left < boxes[order[n]].right; m++) {
        const [x, y] = overlap(boxes[order[n]], boxes[order[m]]);
        if (x > 1 && y > 1) found.push(`${family}: "${texts[order[n]].textContent}" lies on "${texts[order[m]].textContent}"`);
      }
    }
  }
  style.remove();
  const pills = [...document.querySelectorAll("rect.pill")].map(box);
  const cards = [...document.querySelectorAll(".card")].map(c => [c.id, box(c.querySelector("rect.frame"))]);
  pills.forEach((pill, i) => {
    for (const [id, card] of cards) {
      const [x, y] = overlap(pill, card);
      if (x > 0.5 && y > 0.5) found.push(`a label covers the card ${id}`);
    }
    for (const other of pills.slice(i + 1)) {
      const [x, y] = overlap(pill, other);
      if (x > 0.5 && y > 0.5) found.push("a label covers another label");
    }
  });
  return found.concat(names());
}

// What assistive programs read.
function names() {
  const root = document.documentElement, found = [];
  if (!["img", "group"].includes(root.getAttribute("role"))) found.push("the picture has no role");
  for (const tag of ["title", "desc"]) {
    const child = [...root.children].find(c => c.tagName === tag);
    if (!child || !child.textContent.trim()) found.push(`the picture has no ${tag}`);
  }
  // Each card can be found by its name, and each line says where it leads.
  const ids = new Set([...document.querySelectorAll(".card[id]")].map(c => c.id));
  for (const line of document.querySelectorAll(".edge")) {
    for (const end of ["data-from", "data-to"]) {
      if (!ids.has(line.getAttribute(end))) found.push(`the line ${line.id} leads to no card`);
    }
  }
  return found;
}

// A card with lines, and a place on it where nothing else is.
function cardWithLines() {
  for (const card of document.querySelectorAll(".card[id]")) {
    const name = CSS.escape(card.id);
    if (!document.querySelector(`[data-from="${name}"],[data-to="${name}"]`)) continue;
    const r = card.querySelector("rect.frame").getBoundingClientRect();
    const spot = { id: card.id, x: r.left + r.width / 2, y: r.top + 4 };
    if (document.elementFromPoint(spot.x, spot.y)?.closest(".card") === card) return spot;
  }
  return null;
}

function lineWidths(id) {
  const name = CSS.escape(id);
  return [...document.querySelectorAll(`[data-from="${name}"] .line,[data-to="${name}"] .line`)].map(
    line => parseFloat(getComputedStyle(line).strokeWidth));
}

function channels(colour) { return colour.match(/[\d.]+/g).map(Number); }

function luminance(colour) {
  const [r, g, b] = channels(colour).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast() {
  const found = [];
  for (const text of document.querySelectorAll("text")) {
    const r = text.getBoundingClientRect();
    const behind = document.elementsFromPoint((r.left + r.right) / 2, (r.top + r.bottom) / 2).find(e => {
      const fill = e.tagName === "text" ? "none" : getComputedStyle(e).fill;
      return fill.startsWith("rgb") && channels(fill)[3] !== 0 && getComputedStyle(e).fillOpacity === "1";
    });
    if (!behind) { found.push(`nothing is painted behind "${text.textContent}"`); continue; }
    const [a, b] = [getComputedStyle(text).fill, getComputedStyle(behind).fill];
    const [x, y] = [luminance(a), luminance(b)];
    const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    if (ratio < 4.5) found.push(`"${text.textContent}" has a contrast of ${ratio.toFixed(1)}: ${a} on ${b}`);
  }
  return found;
}
