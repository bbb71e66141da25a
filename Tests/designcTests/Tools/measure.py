"""Measures pictures in a real browser: measure.py FOLDER

Prints what is wrong with each SVG below FOLDER, and exits with 1 when anything is: a text that leaves its box or lies on
another, a label on a card or on another label, a text that stands out too little from what is painted behind it in light
or dark, a picture without a name for those who cannot see it, lines that lead nowhere or stay as they are under a
pointer. Widths are measured in each family of the picture's list that
is installed here.
"""

import json
import subprocess
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

SCRIPT = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")


def installed():
    """The families that are on this machine, but for what only stands in for them."""
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout
    return {name.strip() for line in listed.splitlines() for name in line.split(",")}


def start():
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def hover(browser):
    """While a pointer rests on a card, the lines that end there are thicker."""
    spot = browser.execute_script(SCRIPT + "\nreturn cardWithLines()")
    if not spot:
        return []
    before = browser.execute_script(SCRIPT + "\nreturn lineWidths(arguments[0])", spot["id"])
    browser.execute_cdp_cmd(
        "Input.dispatchMouseEvent", {"type": "mouseMoved", "x": spot["x"], "y": spot["y"]})
    after = browser.execute_script(SCRIPT + "\nreturn lineWidths(arguments[0])", spot["id"])
    browser.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": 0, "y": 0})
    if all(a > b for a, b in zip(after, before, strict=True)):
        return []
    return [f"the lines of {spot['id']} stay {before} under a pointer"]


def main(folder):
    browser = start()
    known = installed()
    complaints = []
    measured = 0
    try:
        for picture in sorted(folder.rglob("*.svg")):
            browser.get(picture.as_uri())
            # What lies where is only known of what is in the window.
            size = browser.execute_script(
                "return ['width', 'height'].map(n => Math.ceil(document.documentElement[n].baseVal.value))")
            browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False})
            families = browser.execute_script(SCRIPT + "\nreturn families()")
            tried = [family for family in families if family in known]
            found = browser.execute_script(SCRIPT + "\nreturn geometry(arguments[0])", tried)
            found += hover(browser)
            for scheme in ("light", "dark"):
                browser.execute_cdp_cmd(
                    "Emulation.setEmulatedMedia",
                    {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
                found += [f"{scheme}: {one}" for one in browser.execute_script(SCRIPT + "\nreturn contrast()")]
            measured += browser.execute_script("return document.querySelectorAll('text').length")
            if not tried:
                found.append(f"none of the families is installed: {', '.join(families)}")
            complaints += [f"{picture.relative_to(folder)}: {one}" for one in found]
    finally:
        browser.quit()
    print("\n".join(complaints) if complaints else json.dumps({"texts": measured}))
    return 1 if complaints or not measured else 0


sys.exit(main(Path(sys.argv[1]).resolve()))
