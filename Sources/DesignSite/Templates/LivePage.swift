/// The page of `designc serve`: the pictures of a design as they change.
package enum LivePage {
  /// The page itself, which reads the other two.
  package static let html = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>designc</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/live.css">
    <script src="/live.js" defer></script>
    </head>
    <body>
    <header class="bar">
    <span class="home">…</span>
    <nav aria-label="Pictures"><ul></ul></nav>
    <span class="state" role="status">connecting</span>
    </header>
    <main>
    <section class="problems" aria-label="Mistakes" hidden><h2>The text has mistakes; this is the last good picture</h2><pre></pre></section>
    <figure class="viewer" aria-label="Picture"><figcaption></figcaption><div class="sheet" tabindex="0"></div></figure>
    <section class="findings" aria-label="Findings" hidden>
    <h2>Findings</h2>
    <div class="scroll"><table>
    <thead><tr><th scope="col">Severity</th><th scope="col">Rule</th><th scope="col">Finding</th><th scope="col">Where</th></tr></thead>
    <tbody></tbody>
    </table></div>
    </section>
    </main>
    </body>
    </html>

    """

  /// Its style sheet.
  package static let css =
    SiteStyle.text + """
      .bar nav ul { flex-wrap: wrap; }
      .bar { align-items: flex-start; }
      main { padding-top: .8rem; }
      .state { color: var(--quiet); font-size: .85rem; white-space: nowrap; }
      .problems { border: 1px solid var(--red); border-radius: 8px; background: var(--red-tint); margin-bottom: 1rem; }
      .problems h2 { margin: .6rem 1rem 0; font-size: 1rem; color: var(--red); }
      .problems pre { margin: 0; padding: .6rem 1rem 1rem; overflow: auto; max-height: 45vh; }
      .viewer .sheet { width: 100%; height: 74vh; }

      """

  /// Its script: asks for what has changed, again and again, and shows it.
  package static let js =
    PictureScript.text + #"""
      const viewer = document.querySelector(".viewer");
      const sheet = viewer.querySelector(".sheet");
      const shadow = sheet.attachShadow({ mode: "open" });
      const list = document.querySelector(".bar ul");
      const state = document.querySelector(".state");
      const style = "<style>svg{display:block;width:100%;height:100%;touch-action:pan-y;user-select:none}</style>";
      let shown = null;
      let take = null;
      let version = 0;
      let latest = null;

      const wanted = () => decodeURIComponent(location.hash.slice(1));

      // Shows the picture that the address names, else the first. The same picture keeps what part of it is seen.
      async function showPicture() {
        const names = latest.pictures.map((picture) => picture.name);
        const name = names.includes(wanted()) ? wanted() : names[0];
        for (const link of list.querySelectorAll("a")) {
          if (link.dataset.name === name) link.setAttribute("aria-current", "page");
          else link.removeAttribute("aria-current");
        }
        if (!name) return;
        const answer = await fetch(`/pictures/${encodeURIComponent(name)}.svg`);
        if (!answer.ok) return;
        shadow.innerHTML = style + await answer.text();
        if (take) take(shown === name); else take = enliven(viewer, sheet);
        shown = name;
      }

      function row(finding) {
        const row = document.createElement("tr");
        for (const [key, tag] of [["severity", "th"], ["rule", "td"], ["message", "td"], ["place", "td"]]) {
          const cell = document.createElement(tag);
          if (key === "severity") {
            const mark = document.createElement("span");
            mark.className = "tag";
            mark.dataset.tag = finding[key];
            mark.textContent = finding[key];
            cell.append(mark);
          } else {
            cell.textContent = finding[key];
          }
          row.append(cell);
        }
        return row;
      }

      async function show() {
        document.title = latest.design;
        document.querySelector(".home").textContent = latest.design;
        list.replaceChildren(...latest.pictures.map((picture) => {
          const link = document.createElement("a");
          link.href = `#${encodeURIComponent(picture.name)}`;
          link.dataset.name = picture.name;
          link.textContent = picture.title;
          const place = document.createElement("li");
          place.append(link);
          return place;
        }));
        const problems = document.querySelector(".problems");
        problems.hidden = !latest.problems;
        problems.querySelector("pre").textContent = latest.problems ?? "";
        document.querySelector(".findings").hidden = latest.findings.length === 0;
        document.querySelector(".findings tbody").replaceChildren(...latest.findings.map(row));
        state.textContent = latest.problems ? "mistakes" : "up to date";
        await showPicture();
      }

      window.addEventListener("hashchange", showPicture);
      // A card that leads to a sheet shows that; a link elsewhere leads there.
      sheet.addEventListener("click", (event) => {
        const link = event.composedPath().find((one) => one.tagName === "a");
        const address = link?.getAttribute("href") ?? "";
        if (!address.endsWith(".svg") || address.includes("/") || event.defaultPrevented) return;
        event.preventDefault();
        location.hash = encodeURIComponent(address.slice(0, -4));
      });

      async function follow() {
        while (true) {
          try {
            const answer = await fetch(`/state?after=${version}`);
            const next = await answer.json();
            if (next.version !== version) {
              version = next.version;
              latest = next;
              await show();
            }
          } catch {
            state.textContent = "designc serve has ended; waiting for it";
            await new Promise((resolve) => setTimeout(resolve, 1000));
          }
        }
      }
      follow();

      """#
}
