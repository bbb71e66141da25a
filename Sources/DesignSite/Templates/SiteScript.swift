/// The script of the site: search, and moving and enlarging pictures. Pages can be read without it.
enum SiteScript {
  static let text = #"""
    "use strict";
    const root = document.body.dataset.root;

    // Search. The index is read when somebody first wants to search; a script may be read from a file, other files may not.
    let searchIndex = null;

    const form = document.querySelector(".search");
    const input = form.querySelector("input");
    const results = form.querySelector(".results");
    form.hidden = false;

    function loadIndex() {
      if (document.getElementById("search-index")) return;
      const script = document.createElement("script");
      script.id = "search-index";
      script.src = root + "search-index.js";
      script.addEventListener("load", () => {
        searchIndex = searchIndex.map((entry) => ({
          entry, title: entry[0].toLowerCase(), all: entry.join(" ").toLowerCase(),
        }));
        showResults();
      });
      document.head.append(script);
    }

    // How well an entry answers; 0 for not at all. Every word must be found somewhere.
    function score(item, words) {
      let sum = 0;
      for (const word of words) {
        if (!item.all.includes(word)) return 0;
        if (item.title === word) sum += 100;
        else if (item.title.startsWith(word)) sum += 40;
        else if (item.title.includes(word)) sum += 20;
        else sum += 1;
      }
      return sum;
    }

    function showResults() {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      results.hidden = words.length === 0 || !searchIndex;
      if (results.hidden) return;
      const found = searchIndex.map((item) => ({ item, score: score(item, words) }))
        .filter((one) => one.score > 0)
        .sort((a, b) => b.score - a.score || a.item.title.length - b.item.title.length)
        .slice(0, 40);
      results.replaceChildren(...found.map(({ item }) => {
        const [title, kind, address] = item.entry;
        const link = document.createElement("a");
        link.href = root + address;
        for (const text of [title, kind]) {
          const span = document.createElement("span");
          span.textContent = text;
          link.append(span);
        }
        const place = document.createElement("li");
        place.append(link);
        return place;
      }));
      if (found.length === 0) {
        const nothing = document.createElement("li");
        const text = document.createElement("p");
        text.textContent = "Nothing found";
        nothing.append(text);
        results.replaceChildren(nothing);
      }
    }

    for (const event of ["focus", "input"]) {
      input.addEventListener(event, () => { loadIndex(); showResults(); });
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      results.querySelector("a")?.click();
    });
    form.addEventListener("keydown", (event) => {
      const links = [...results.querySelectorAll("a")];
      const place = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown") (links[place + 1] ?? links[0])?.focus();
      else if (event.key === "ArrowUp") (links[place - 1] ?? input).focus();
      else if (event.key === "Escape") { results.hidden = true; input.blur(); }
      else return;
      event.preventDefault();
    });
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) results.hidden = true;
    });
    results.addEventListener("click", () => { results.hidden = true; });
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, [contenteditable]");
      if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.focus();
      }
    });

    // Pictures.
    for (const viewer of document.querySelectorAll(".viewer")) {
      const sheet = viewer.querySelector(".sheet");
      const svg = sheet.shadowRoot?.querySelector("svg");
      if (svg) enliven(viewer, sheet, svg);
    }

    function enliven(viewer, sheet, svg) {
      const whole = svg.viewBox.baseVal;
      const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
      let view = { ...full };

      function show() {
        svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
        svg.style.touchAction = view.width < full.width ? "none" : "pan-y";
      }

      // The point of the picture under a point of the screen.
      function at(x, y) {
        const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
        return { x: point.x, y: point.y };
      }

      function zoom(factor, centre) {
        const width = Math.min(full.width, Math.max(full.width / 40, view.width / factor));
        const real = view.width / width;
        const point = centre ?? { x: view.x + view.width / 2, y: view.y + view.height / 2 };
        view = {
          x: point.x - (point.x - view.x) / real, y: point.y - (point.y - view.y) / real,
          width, height: view.height / real,
        };
        if (width === full.width) view = { ...full };
        show();
      }

      function move(x, y) {
        view.x = Math.min(full.x + full.width - view.width / 2, Math.max(full.x - view.width / 2, view.x + x));
        view.y = Math.min(full.y + full.height - view.height / 2, Math.max(full.y - view.height / 2, view.y + y));
        show();
      }

      const reset = () => { view = { ...full }; show(); };

      sheet.addEventListener("wheel", (event) => {
        if (!event.ctrlKey && !event.metaKey && document.fullscreenElement !== viewer) return;
        event.preventDefault();
        zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), at(event.clientX, event.clientY));
      }, { passive: false });

      const fingers = new Map();
      let hasMoved = false;
      sheet.addEventListener("pointerdown", (event) => {
        if (event.button !== 0) return;
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        hasMoved = false;
      });
      window.addEventListener("pointermove", (event) => {
        const before = fingers.get(event.pointerId);
        if (!before) return;
        const now = { x: event.clientX, y: event.clientY };
        if (fingers.size === 1) {
          if (!hasMoved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
          hasMoved = true;
          const [from, to] = [at(before.x, before.y), at(now.x, now.y)];
          move(from.x - to.x, from.y - to.y);
        } else {
          hasMoved = true;
          const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
          const wide = Math.hypot(now.x - other.x, now.y - other.y);
          const narrow = Math.hypot(before.x - other.x, before.y - other.y);
          if (narrow > 0) zoom(wide / narrow, at((now.x + other.x) / 2, (now.y + other.y) / 2));
        }
        fingers.set(event.pointerId, now);
      });
      for (const end of ["pointerup", "pointercancel"]) {
        window.addEventListener(end, (event) => fingers.delete(event.pointerId));
      }
      // Whoever moved the picture did not mean to follow a link.
      sheet.addEventListener("click", (event) => {
        if (hasMoved) event.preventDefault();
        hasMoved = false;
      }, true);
      sheet.addEventListener("dragstart", (event) => event.preventDefault());
      sheet.addEventListener("dblclick", (event) => zoom(2, at(event.clientX, event.clientY)));
      sheet.addEventListener("keydown", (event) => {
        const step = view.width / 8;
        const keys = {
          "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4), "0": reset,
          ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0),
          ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step),
        };
        const isWhole = view.width >= full.width;
        if (!keys[event.key] || event.ctrlKey || event.metaKey || (isWhole && event.key.startsWith("Arrow"))) return;
        event.preventDefault();
        keys[event.key]();
      });

      const tools = document.createElement("div");
      tools.className = "tools";
      const toggleFullScreen = () =>
        document.fullscreenElement ? document.exitFullscreen() : viewer.requestFullscreen();
      for (const [sign, label, action] of [
        ["+", "Enlarge", () => zoom(1.4)], ["−", "Reduce", () => zoom(1 / 1.4)], ["Fit", "Show all", reset],
        ["Full", "Full screen", toggleFullScreen],
      ]) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = sign;
        button.title = label;
        button.setAttribute("aria-label", label);
        button.addEventListener("click", action);
        tools.append(button);
      }
      viewer.querySelector("figcaption").append(tools);
      viewer.classList.add("live");
    }

    """#
}
