/// The style sheet of the site. Its colours are those of the pictures.
enum SiteStyle {
  static let text = """
    :root {
      color-scheme: light dark;
      --sheet: #fcfcfd; --card: #ffffff; --line: #c6ced9; --rule: #e6eaf0; --header: #edf2f9;
      --text: #18212e; --quiet: #566274; --link: #1f5fc9;
      --red: #b3261e; --red-tint: #fdeceb; --amber: #9a4d07; --amber-tint: #fcefdc;
      --green: #0c6f66; --green-tint: #ddf3f0; --blue-tint: #e4eefc; --violet: #8a2f9c; --violet-tint: #f8e7fa;
      --grey-tint: #e9edf2;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --sheet: #12161c; --card: #1d232c; --line: #465162; --rule: #303a47; --header: #262f3b;
        --text: #e8edf4; --quiet: #a3afbf; --link: #8fb9ff;
        --red: #f2938c; --red-tint: #4a2422; --amber: #f2b268; --amber-tint: #44301a;
        --green: #62d3c4; --green-tint: #173c39; --blue-tint: #1f3353; --violet: #e39bf0; --violet-tint: #432549;
        --grey-tint: #323b48;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 4rem; }
    body {
      margin: 0; background: var(--sheet); color: var(--text);
      font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
      overflow-wrap: break-word;
    }
    a { color: var(--link); text-decoration: none; }
    a:hover { text-decoration: underline; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
    .skip { position: absolute; left: -999px; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--card); padding: .3rem .6rem; }

    .bar {
      position: sticky; top: 0; z-index: 5; display: flex; align-items: center; gap: .3rem 1.4rem;
      padding: .5rem 1.5rem; background: var(--card); border-bottom: 1px solid var(--rule);
    }
    .home { color: var(--text); font-weight: 700; white-space: nowrap; }
    .bar nav { flex: 1; min-width: 0; overflow-x: auto; scrollbar-width: none; }
    .bar nav ul { display: flex; gap: 0 1rem; margin: 0; padding: 2px; list-style: none; font-size: .93rem; }
    .bar nav a { color: var(--quiet); white-space: nowrap; padding: .3rem 0; display: block; }
    .bar nav a[aria-current] { color: var(--text); box-shadow: inset 0 -2px var(--link); }
    .search { position: relative; margin: 0; }
    .search input {
      width: 12rem; padding: .35rem .7rem; font: inherit; color: inherit; background: var(--sheet);
      border: 1px solid var(--line); border-radius: 6px;
    }
    .results {
      position: absolute; right: 0; top: calc(100% + .4rem); width: min(34rem, 92vw); max-height: 70vh; overflow: auto;
      margin: 0; padding: .3rem; list-style: none; background: var(--card); border: 1px solid var(--line);
      border-radius: 8px; box-shadow: 0 8px 28px rgb(0 0 0 / .18);
    }
    .results a { display: flex; justify-content: space-between; gap: 1rem; padding: .35rem .6rem; color: var(--text); border-radius: 5px; }
    .results a:hover, .results a:focus { background: var(--header); text-decoration: none; outline: none; }
    .results a span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .results a span:last-child { color: var(--quiet); font-size: .85em; white-space: nowrap; }
    .results p { margin: .4rem .6rem; color: var(--quiet); }

    main { max-width: 76rem; margin: 0 auto; padding: 1.4rem 1.5rem 5rem; }
    h1 { margin: .2rem 0 .1rem; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.01em; }
    h2 { margin: 2.2rem 0 .6rem; font-size: 1.2rem; }
    h2 a { color: inherit; }
    h3 { margin: 1.9rem 0 .4rem; font-size: 1rem; }
    h3 .mark { float: left; margin-left: -1.1rem; width: 1.1rem; color: var(--quiet); opacity: 0; font-weight: 400; }
    h3:hover .mark, h3 .mark:focus { opacity: 1; }
    .trail ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; color: var(--quiet); font-size: .9rem; }
    .trail li:not(:last-child)::after { content: "›"; margin: 0 .45rem; }
    .about { margin: .3rem 0 .8rem; color: var(--quiet); }
    .about span:not(:first-child)::before { content: "·"; margin: 0 .3rem 0 .1rem; }
    .description { max-width: 46rem; }
    .description table { border-collapse: collapse; }
    code, pre { font: .88em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    a code { color: inherit; }
    small { color: var(--quiet); font-size: .93em; }

    .scroll { overflow-x: auto; border: 1px solid var(--rule); border-radius: 8px; background: var(--card); margin: .5rem 0; }
    .scroll table { width: 100%; border-collapse: collapse; }
    th, td { padding: .42rem .8rem; text-align: left; vertical-align: top; border-top: 1px solid var(--rule); }
    thead th { border-top: 0; background: var(--header); font-size: .82rem; font-weight: 600; color: var(--quiet); white-space: nowrap; }
    tbody th { font-weight: 400; min-width: 7rem; }
    tbody tr:first-child th:first-child:last-child, .facts tr:first-child > * { border-top: 0; }
    .facts tbody th { width: 12rem; color: var(--quiet); white-space: nowrap; }
    td:empty { padding: 0; }
    tr:target > *, h3:target { background: var(--amber-tint); }
    .tag {
      display: inline-block; padding: 0 .5em; margin-right: .25em; border-radius: 9px; background: var(--grey-tint);
      font-size: .82em; line-height: 1.6; white-space: nowrap;
    }
    .tag[data-tag=error], .tag[data-tag=delete] { background: var(--red-tint); color: var(--red); }
    .tag[data-tag=warning], .tag[data-tag=put], .tag[data-tag=patch], .tag[data-tag=pii], .tag[data-tag=secret],
    .tag[data-tag=payment-card], .tag[data-tag=health] { background: var(--amber-tint); color: var(--amber); }
    .tag[data-tag=get], .tag[data-tag=query] { background: var(--blue-tint); color: var(--link); }
    .tag[data-tag=post], .tag[data-tag=mutation], .tag[data-tag^="2"] { background: var(--green-tint); color: var(--green); }
    .tag[data-tag=primary], .tag[data-tag=unique] { background: var(--violet-tint); color: var(--violet); }

    .listing { margin: .7rem 0; border: 1px solid var(--rule); border-radius: 8px; overflow: hidden; }
    .listing figcaption { padding: .25rem .8rem; background: var(--header); color: var(--quiet); font-size: .82rem; font-weight: 600; }
    .listing pre { margin: 0; padding: .6rem .8rem; overflow-x: auto; background: var(--card); max-height: 24rem; }

    .gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; margin: 1.2rem 0; padding: 0; list-style: none; }
    .gallery a { display: flex; flex-direction: column; border: 1px solid var(--rule); border-radius: 10px; overflow: hidden; color: var(--text); background: var(--card); height: 100%; }
    .gallery a:hover { border-color: var(--link); text-decoration: none; }
    .gallery img { width: 100%; height: 11rem; object-fit: contain; padding: .5rem; background: var(--sheet); }
    .gallery span { padding: .45rem .8rem; border-top: 1px solid var(--rule); font-size: .92rem; }

    .viewer { position: relative; margin: 1.1rem 0; border: 1px solid var(--rule); border-radius: 10px; overflow: hidden; background: var(--sheet); }
    .viewer .sheet { width: 100%; max-height: 76vh; margin: 0 auto; }
    .viewer.live .sheet { cursor: grab; }
    .viewer.live .sheet:active { cursor: grabbing; }
    .viewer:fullscreen { border: 0; border-radius: 0; margin: 0; }
    .viewer:fullscreen .sheet { max-width: none !important; max-height: none; height: calc(100vh - 2.6rem); }
    .viewer figcaption {
      display: flex; align-items: center; gap: 1rem; min-height: 2.6rem; padding: .3rem .5rem .3rem .8rem;
      font-size: .85rem; border-bottom: 1px solid var(--rule); background: var(--card);
    }
    .tools { display: flex; gap: .25rem; margin-left: auto; }
    .tools button {
      min-width: 1.9rem; height: 1.9rem; padding: 0 .5rem; font: inherit; color: var(--text); background: var(--card);
      border: 1px solid var(--line); border-radius: 6px; cursor: pointer;
    }
    .tools button:hover { border-color: var(--link); }

    @media (max-width: 48rem) {
      .bar { flex-wrap: wrap; padding: .5rem 1rem; position: static; }
      .bar nav { order: 3; flex-basis: 100%; }
      .search { margin-left: auto; }
      .search input { width: 9.5rem; }
      main { padding: 1rem 1rem 3rem; }
      h1 { font-size: 1.5rem; }
      .facts tbody th { width: auto; }
      h3 .mark { display: none; }
    }
    @media print {
      :root { --sheet: #fff; --card: #fff; --text: #000; --header: #f3f5f8; }
      .bar, .tools, .viewer figcaption, .skip { display: none; }
      main { max-width: none; padding: 0; }
      .viewer, .listing, tr, .gallery li { break-inside: avoid; }
      .viewer { border: 0; }
      .viewer .sheet { max-height: 90vh; }
      .scroll { overflow: visible; }
      .listing pre { max-height: none; white-space: pre-wrap; }
      h2, h3 { break-after: avoid; }
      a { color: inherit; }
    }

    """
}
