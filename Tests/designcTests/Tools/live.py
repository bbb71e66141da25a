"""Changes a design while `designc serve` shows it in a real browser: live.py DESIGNC FOLDER

Prints what is wrong, and exits with 1 when anything is.
"""

import http.client
import os
import subprocess
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

designc, folder = sys.argv[1], Path(sys.argv[2])
design = folder / "shop.design"
GOOD = "application shop: web {{ calls {0} }}\napplication {0}: service\ndatabase d: postgresql 17 {{ table t {{ a: int }} }}\n"
problems = []


def expect(condition, complaint):
    if not condition:
        problems.append(complaint)


def status(url, path, **headers):
    connection = http.client.HTTPConnection(url.split("/")[2])
    connection.request("GET", path, headers=headers)
    return connection.getresponse().status


design.write_text(GOOD.format("catalog"))
(folder / "secret.txt").write_text("secret")
server = subprocess.Popen([designc, "serve"], cwd=folder, stdout=subprocess.PIPE, text=True)
browser = None
try:
    url = server.stdout.readline().strip()
    for path in ("/secret.txt", "/shop.design", "/../secret.txt", "/pictures/..%2Fsecret.txt", "/pictures/../secret.txt.svg"):
        expect(status(url, path) == 404, f"{path} is served")
    expect(status(url, "/", Host="evil.example") == 403, "it answers to any name")
    port = url.rstrip("/").rsplit(":", 1)[1]
    taken = subprocess.run([designc, "serve", "--port", port], cwd=folder, capture_output=True, text=True, timeout=20)
    expect(taken.returncode == 74 and "in use" in taken.stderr, f"a port that is taken: {taken}")

    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    wait = WebDriverWait(browser, 20)
    browser.get(url)
    drawing = "return document.querySelector('.sheet').shadowRoot?.querySelector('svg')?.outerHTML ?? ''"
    view = "return document.querySelector('.sheet').shadowRoot.querySelector('svg').getAttribute('viewBox')"
    wait.until(lambda b: ">catalog<" in b.execute_script(drawing))
    wait.until(lambda b: "DAT" in b.find_element("css selector", ".findings").text)
    wait.until(lambda b: b.find_elements("css selector", ".tools button"))[0].click()
    before = browser.execute_script(view)

    # An editor that writes beside and renames.
    (folder / "new").write_text(GOOD.format("products"))
    os.rename(folder / "new", design)
    wait.until(lambda b: ">products<" in b.execute_script(drawing))
    expect(browser.execute_script(view) == before, "the part that is seen has changed")

    design.write_text(GOOD.format("products").replace("service", "servise"))
    wait.until(lambda b: "servise" in b.find_element("css selector", ".problems").text)
    expect(">products<" in browser.execute_script(drawing), "the last good picture is gone")
    design.unlink()
    wait.until(lambda b: "no .design file" in b.find_element("css selector", ".problems").text)
    (folder / "parts").mkdir()
    (folder / "parts" / "again.design").write_text(GOOD.format("again"))
    wait.until(lambda b: ">again<" in b.execute_script(drawing))
    expect(not browser.find_element("css selector", ".problems").is_displayed(), "a mended mistake is shown")
    for entry in browser.get_log("browser"):
        problems.append(entry["message"])
finally:
    if browser:
        browser.quit()
    server.terminate()
    server.wait()
print("\n".join(problems) or "all is well")
sys.exit(1 if problems else 0)
