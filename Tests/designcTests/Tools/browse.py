"""Uses a site in a real browser, as a reader would: browse.py FOLDER SEARCHED-WORD PAGE-WITH-PICTURE CARD

Prints what is wrong, and exits with 1 when anything is: messages on the console, a search that does not find, a picture
that does not move, or whose cards lead nowhere.
"""

import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

folder, word, picture_page, card = Path(sys.argv[1]).resolve(), *sys.argv[2:5]
options = webdriver.ChromeOptions()
for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900"):
    options.add_argument(argument)
options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
problems = []


def expect(condition, complaint):
    if not condition:
        problems.append(complaint)


try:
    wait = WebDriverWait(browser, 10)
    # A page of each kind, and every list.
    pages = sorted({page.parent: page for page in sorted(folder.rglob("*.html"), reverse=True)}.values())
    pages += sorted(set(folder.glob("*.html")) - set(pages))
    for page in pages:
        browser.get(page.as_uri())
        for entry in browser.get_log("browser"):
            problems.append(f"{page.relative_to(folder)}: {entry['message']}")

    # A search, by keyboard alone.
    browser.get((folder / "index.html").as_uri())
    browser.find_element("css selector", "body").send_keys("/")
    browser.switch_to.active_element.send_keys(word)
    wait.until(lambda b: b.find_elements("css selector", ".results a"))
    first = browser.find_element("css selector", ".results a")
    expect(word in first.text, f"the first answer for {word!r} is {first.text!r}")
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait.until(lambda b: word in b.find_element("tag name", "h1").text or "#" in b.current_url)
    browser.get((folder / "index.html").as_uri())
    browser.find_element("css selector", ".search input").send_keys("nothingiscalledthis")
    wait.until(lambda b: "Nothing found" in b.find_element("css selector", ".results").text)

    # A picture: enlarge it, move it, show all of it, follow a card.
    browser.get((folder / picture_page).as_uri())
    view = "return document.querySelector('.sheet').shadowRoot.querySelector('svg').getAttribute('viewBox')"
    whole = browser.execute_script(view)
    plus, _, fit, _ = browser.find_elements("css selector", ".tools button")
    plus.click()
    near = browser.execute_script(view)
    expect(float(near.split()[2]) < float(whole.split()[2]), f"enlarged from {whole} to {near}")
    browser.find_element("css selector", ".sheet").send_keys(Keys.ARROW_RIGHT)
    expect(float(browser.execute_script(view).split()[0]) > float(near.split()[0]), "an arrow key does not move it")
    fit.click()
    expect(browser.execute_script(view) == whole, "it does not show all again")
    link = browser.execute_script(
        "return document.querySelector('.sheet').shadowRoot.getElementById(arguments[0]).querySelector('a')", card)
    browser.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}))", link)
    wait.until(lambda b: picture_page not in b.current_url)
    expect(browser.find_element("tag name", "h1").text, f"the card {card} leads to an empty page")
    print(f"{len(pages)} pages, {len(problems)} problems")
finally:
    browser.quit()
print("\n".join(problems))
sys.exit(1 if problems else 0)
