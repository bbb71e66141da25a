"""Builds sites with the real MkDocs and Sphinx, and speaks to the preprocessor as mdBook does. DESIGNC says where designc is."""

import base64
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

DESIGN = "application shop: web { calls catalog }\napplication catalog: service\n"
TABLES = "database stock: postgresql 17 { table item { id: uuid primary key } }\n"


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.write("architecture/stock.design", TABLES)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def read(self, name):
        return (self.folder / name).read_text("utf-8")

    def run_tool(self, *arguments):
        done = subprocess.run(
            [sys.executable, "-m", *arguments], cwd=self.folder, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


class MkDocs(Case):
    def build(self, page, *, options=""):
        self.write("mkdocs.yml", f"site_name: Test\nstrict: true\nplugins:\n  - designc:{options}\n")
        self.write("docs/index.md", "# Home\n\n[A page](guide/page.md)\n")
        self.write("docs/guide/page.md", page)
        return self.run_tool("mkdocs", "build")

    def test_pictures(self):
        page = f"# Page\n\n```design\n{DESIGN}```\n\n````markdown\n```design\nas text\n```\n````\n\n" \
            "- item\n\n    ```design from=../../architecture picture=erd-stock name=tables\n    ```\n"
        status, said = self.build(page)
        self.assertEqual(status, 0, said)
        html = self.read("site/guide/page/index.html")
        self.assertIn('<img alt="Design · Applications" src="../../assets/designs/guide-page-1.svg"', html)
        self.assertIn('src="../../assets/designs/tables.svg"', html)
        self.assertIn("as text", html)
        self.assertNotIn("calls catalog", html)
        self.assertIn(">catalog<", self.read("site/assets/designs/guide-page-1.svg"))
        self.assertIn(">item<", self.read("site/assets/designs/tables.svg"))

    def test_the_text_may_stay(self):
        status, said = self.build(f"# Page\n\n```design\n{DESIGN}```\n", options=" {show_source: true}")
        self.assertEqual(status, 0, said)
        self.assertIn("calls catalog", self.read("site/guide/page/index.html"))

    def test_mistakes_have_their_place(self):
        for head, line in ("", 4), ("---\ntitle: A\n---\n", 7):
            with self.subTest(head=head):
                status, said = self.build(f"{head}# Page\n\n```design\napplication a: service {{ calls nobody }}\n```\n")
                self.assertNotEqual(status, 0)
                self.assertIn(f"guide/page.md:{line}:", said)
                self.assertIn("nobody", said)

    def test_unknown_options_are_told(self):
        status, said = self.build("# Page\n\n```design form=x\n```\n")
        self.assertNotEqual(status, 0)
        self.assertIn("guide/page.md:3: `form` asks for nothing here", said)


class Sphinx(Case):
    def build(self, page):
        self.write("docs/conf.py", "project = 'Test'\nextensions = ['designc_docs.sphinx']\n")
        self.write("docs/index.rst", page)
        return self.run_tool("sphinx", "-W", "-b", "html", "docs", "site")

    def test_pictures_and_changes(self):
        design = "".join(f"   {line}\n" for line in DESIGN.splitlines())
        page = f"Test\n====\n\n.. design::\n\n{design}\n" \
            ".. design::\n   :from: ../architecture\n   :picture: erd-stock\n   :alt: The tables\n"
        status, said = self.build(page)
        self.assertEqual(status, 0, said)
        self.assertIn('alt="Design · Applications"', self.read("site/index.html"))
        self.assertIn('alt="The tables"', self.read("site/index.html"))
        shown = sorted(path.read_text("utf-8") for path in (self.folder / "site/_images").glob("*.svg"))
        self.assertEqual(len(shown), 2)
        self.write("architecture/stock.design", TABLES.replace("item", "article"))
        status, said = self.build(page)
        self.assertEqual(status, 0, said)
        name = self.read("site/index.html").split('alt="The tables"')[1].split('src="')[1].split('"')[0]
        self.assertIn(">article<", self.read(f"site/{name}"))

    def test_mistakes_have_their_place(self):
        status, said = self.build("Test\n====\n\n.. design::\n\n   application a: service { calls nobody }\n")
        self.assertNotEqual(status, 0)
        self.assertIn("index.rst:6:", said)
        self.assertIn("nobody", said)


class MdBook(Case):
    def build(self, page, *, options=None, items="sections"):
        draft = {"Chapter": {"name": "Draft", "content": "", "sub_items": [], "path": None, "source_path": None}}
        inner = {"name": "Inner", "content": page, "sub_items": [], "path": "guide/page.md", "source_path": "guide/page.md"}
        outer = {"name": "Outer", "content": "# Outer\n", "sub_items": [{"Chapter": inner}], "path": "index.md"}
        book = {items: [{"PartTitle": "Part"}, {"Chapter": outer}, "Separator", draft], "__non_exhaustive": None}
        config = {"book": {"src": "text"}, "preprocessor": {"designc": options or {}}}
        self.write("text/guide/page.md", page)
        context = {"root": str(self.folder), "config": config, "renderer": "html", "mdbook_version": "0.4.52"}
        return self.talk(json.dumps([context, book]))

    def talk(self, said, *arguments):
        done = subprocess.run(
            [sys.executable, "-m", "designc_docs.mdbook", *arguments], input=said, capture_output=True, text=True,
            check=False)
        return done.returncode, done.stdout, done.stderr

    def page(self, book, items="sections"):
        return book[items][1]["Chapter"]["sub_items"][0]["Chapter"]["content"]

    def test_renderers(self):
        self.assertEqual(self.talk("", "supports", "html")[0], 0)
        self.assertEqual(self.talk("", "supports", "epub")[0], 1)

    def test_pictures(self):
        page = f"# Page\n\n```design\n{DESIGN}```\n\nafter\n\n```design from=../../architecture picture=erd-stock\n```\n"
        for items in ("sections", "items"):
            with self.subTest(items=items):
                status, book, said = self.build(page, items=items)
                self.assertEqual(status, 0, said)
                text = self.page(json.loads(book), items)
                self.assertIn("![Design · Applications](data:image/svg+xml;base64,", text)
                self.assertIn("\n\nafter\n\n", text)
                self.assertNotIn("```", text)
                pictures = [part.split(")")[0] for part in text.split("base64,")[1:]]
                drawn = [base64.b64decode(picture).decode() for picture in pictures]
                self.assertIn(">catalog<", drawn[0])
                self.assertIn(">item<", drawn[1])
                self.assertEqual(json.loads(book)[items][2], "Separator")

    def test_the_text_may_stay(self):
        status, book, said = self.build(f"```design\n{DESIGN}```\n", options={"show-source": True})
        self.assertEqual(status, 0, said)
        self.assertIn(DESIGN, self.page(json.loads(book)))

    def test_mistakes_have_their_place(self):
        status, book, said = self.build("# Page\n\n```design\napplication a: service { calls nobody }\n```\n")
        self.assertEqual((status, book), (1, ""))
        self.assertIn("guide/page.md:4:", said)
        self.assertIn("nobody", said)

    def test_what_is_no_book(self):
        for text in ("", "[]", "[{}, {}]", "[1, 2]"):
            status, book, said = self.talk(text)
            self.assertEqual((status, book), (2, ""), text)
            self.assertIn("mdBook starts this", said)


if __name__ == "__main__":
    unittest.main()
