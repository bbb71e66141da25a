/// The script of the site: search, and moving and enlarging pictures. Pages can be read without it.
enum SiteScript {
  static let text = search + PictureScript.text

  private static let search = #"""
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

    """#
}
