/// The script that moves and enlarges pictures.
enum PictureScript {
  static let text = #"""
    for (const viewer of document.querySelectorAll(".viewer")) {
      const sheet = viewer.querySelector(".sheet");
      if (sheet.shadowRoot?.querySelector("svg")) enliven(viewer, sheet);
    }

    // Returns a function to be called when another picture stands on the sheet: told whether it is the same picture, made
    // anew, of which the same part is to be shown.
    function enliven(viewer, sheet) {
      let svg, full, view;

      function take(isSame) {
        svg = sheet.shadowRoot.querySelector("svg");
        const whole = svg.viewBox.baseVal;
        const before = full;
        full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
        if (!isSame || view.width >= before.width) view = { ...full };
        show();
      }

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
      take(false);
      return take;
    }

    """#
}
