"""Checks that every link of a site leads to a file of it, and to an id in that file: check_links.py FOLDER [html|md]

Prints each link that does not, and exits with 1 when there is any. Reaching out of the folder counts as broken.
"""

import json
import re
import sys
import urllib.parse
from html.parser import HTMLParser
from pathlib import Path


class Page(HTMLParser):
    """The ids and the links of a page; those of the picture in it have ids of their own."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.duplicates, self.depth = set(), [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.depth += tag == "template"
        for name, value in attributes:
            if name == "id" and not self.depth:
                if value in self.ids:
                    self.duplicates.append(value)
                self.ids.add(value)
            elif name in ("href", "src") and not (self.depth and tag == "use"):
                self.links.append(value)

    def handle_endtag(self, tag):
        self.depth -= tag == "template"


class Markdown:
    """The ids and the links of a Markdown page."""

    def __init__(self, text):
        ids = re.findall(r'<a id="([^"]*)">', text)
        self.ids = set(ids)
        self.duplicates = [one for one in self.ids if ids.count(one) > 1]
        self.links = re.findall(r"\]\(([^)\s]+)\)", text)


folder, kind = Path(sys.argv[1]).resolve(), (sys.argv[2:] or ["html"])[0]
read = {"html": Page, "md": Markdown}[kind]
pages = {path: read(path.read_text("utf-8")) for path in sorted(folder.rglob(f"*.{kind}"))}
problems, count = [], 0
for path, page in pages.items():
    for duplicate in page.duplicates:
        problems.append(f"{path.relative_to(folder)}: id {duplicate!r} twice")
    for link in page.links:
        count += 1
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
        anchor = urllib.parse.unquote(parts.fragment)
        if not target.is_relative_to(folder) or not target.is_file():
            problems.append(f"{path.relative_to(folder)}: {link} leads nowhere")
        elif anchor and target in pages and anchor not in pages[target].ids:
            problems.append(f"{path.relative_to(folder)}: {link}: no such id")
index = folder / "search-index.js"
for entry in json.loads(index.read_text("utf-8").removeprefix("searchIndex=")) if index.exists() else []:
    count += 1
    address, _, anchor = urllib.parse.unquote(entry[2]).partition("#")
    page = pages.get(folder / address)
    if not page or (anchor and anchor not in page.ids):
        problems.append(f"search-index.js: {entry[2]} leads nowhere")
print("\n".join(problems))
print(f"{len(pages)} pages, {count} links, {len(problems)} problems")
sys.exit(1 if problems or not count else 0)
