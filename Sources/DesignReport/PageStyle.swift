/// The style sheet of the page: light and dark, on a screen and on paper. What a colour says a word says too.
enum PageStyle {
  static let css = """
    :root{color-scheme:light dark;--ground:#fcfcfd;--card:#fff;--text:#18212e;--quiet:#566274;--line:#d5dbe4;--link:#1b56b8;
    --error:#a3150d;--error-tint:#fde4e2;--warning:#7a4a00;--warning-tint:#ffefc7;--info:#1b56b8;--info-tint:#e4eefc}
    @media (prefers-color-scheme:dark){:root{--ground:#12161c;--card:#1d232c;--text:#e8edf4;--quiet:#a3afbf;--line:#39424e;
    --link:#8fb9ff;--error:#ffb0a8;--error-tint:#4d1f1c;--warning:#f5c766;--warning-tint:#43330f;--info:#8fb9ff;
    --info-tint:#1f3353}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:2rem 1.5rem 4rem;max-width:72rem;background:var(--ground);color:var(--text);
    font:16px/1.5 Helvetica,Arial,'Liberation Sans',sans-serif}
    h1{font-size:2rem;line-height:1.2;margin:0 0 .75rem}
    h2{font-size:1.5rem;line-height:1.25;margin:3rem 0 .75rem;padding-bottom:.35rem;border-bottom:2px solid var(--line)}
    h4{font-size:1rem;margin:0}
    p{margin:.4rem 0}
    a{color:var(--link)}
    code{font:.9em/1.4 ui-monospace,'DejaVu Sans Mono','Liberation Mono',monospace;overflow-wrap:anywhere}
    .kicker{margin:0;color:var(--quiet)}
    .quiet{color:var(--quiet);font-size:.9em;font-weight:normal}
    dl{margin:0}
    dl div{display:flex;gap:.5rem}
    dt{color:var(--quiet)}
    dt::after{content:':'}
    dd{margin:0}
    table{width:100%;border-collapse:collapse;margin:.75rem 0}
    th,td{padding:.4rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    thead th{border-bottom:2px solid var(--line);font-size:.9em;white-space:nowrap}
    tbody th{font-weight:normal}
    .numbers{max-width:46rem}
    .numbers td,.numbers thead th:not(:first-child){text-align:right}
    .numbers tfoot th,.numbers tfoot td{font-weight:bold;border-bottom:0}
    .some{font-weight:bold}
    .some.error{color:var(--error)}
    .some.warning{color:var(--warning)}
    .some.info{color:var(--info)}
    figure{margin:1.25rem 0;padding:.75rem;background:var(--card);border:1px solid var(--line);border-radius:8px}
    figcaption{font-weight:bold;margin-bottom:.5rem}
    .drawing{display:block;max-width:100%;height:auto;margin:0 auto}
    .callout:target .pin{stroke-width:3}
    .finding{margin:.9rem 0;padding:.7rem 1rem;background:var(--card);border:1px solid var(--line);border-left-width:6px;
    border-radius:6px}
    .finding.error{border-left-color:var(--error)}
    .finding.warning{border-left-color:var(--warning)}
    .finding.info{border-left-color:var(--info)}
    .finding:target{outline:2px solid var(--link)}
    .number{display:inline-block;min-width:1.8em;padding:0 .45em;border:1.5px solid;border-radius:1em;text-align:center}
    .error .number,.error .severity{color:var(--error)}
    .warning .number,.warning .severity{color:var(--warning)}
    .info .number,.info .severity{color:var(--info)}
    .error .number{background:var(--error-tint)}
    .warning .number{background:var(--warning-tint)}
    .info .number{background:var(--info-tint)}
    .notes{margin:.4rem 0;padding-left:1.3rem;color:var(--quiet)}
    .place{color:var(--quiet);font-size:.9em;margin-bottom:0}
    .sign-off td,.sign-off th{height:3rem;vertical-align:middle;border:1px solid var(--line)}
    .choice{white-space:nowrap}
    .sign-off td:nth-child(4),.sign-off td:nth-child(6){width:22%}
    .sign-off td:nth-child(5){width:12%}
    @media print{
    @page{size:A4;margin:16mm 14mm}
    body{max-width:none;padding:0;font-size:10.5pt}
    @page wide{size:A4 landscape}
    .wide{page:wide}
    .wide .drawing{max-height:150mm}
    .chapter{break-before:page}
    .chapter.brief{break-before:auto;margin-top:8mm}
    h2{margin-top:6mm;break-after:avoid}
    a{color:inherit;text-decoration:none}
    figure{break-inside:avoid;padding:2mm}
    figcaption{break-after:avoid}
    .drawing{max-height:215mm;width:auto}
    .finding,tr,.together{break-inside:avoid}
    thead{display:table-header-group}
    }

    """
}
