import DesignMarkdown
import Testing

/// Fences of Markdown, and the lines below them.
@Suite struct DesignFenceTests {
  private func embedded(_ markdown: String) -> String {
    let images = DesignFence.all(in: markdown).indices.map { ("Picture [\($0 + 1)]", "img/\($0 + 1).svg") }
    return DesignFence.embed(images, into: markdown, folder: "img/")
  }

  @Test func findsFencesAsCommonMarkDoes() {
    let markdown = """
      ````markdown
      ```design
      not one
      ```
      ````
          ```design
          indented: not one
      ~~~design name=a picture=b/c bad =x
      one
      ~~~
      > ```design
      > two
      > ```
      - item

        ```design from=../x
        ```

      ```designer
      ```
      ```design
      never closed
      """
    let fences = DesignFence.all(in: markdown)
    #expect(fences.map(\.text) == ["one\n", "two\n", ""])
    #expect(fences.map(\.indentation) == ["", "> ", "  "])
    #expect(fences.map(\.lines) == [8...10, 11...13, 16...17])
    #expect(fences.map(\.options) == [["name": "a", "picture": "b/c"], [:], ["from": "../x"]])
    #expect(fences.map(\.unknownOptions) == [["bad", "=x"], [], []])
  }

  @Test(arguments: [
    ("```design\na\n```\n", "```design\na\n```\n\n![Picture \\[1\\]](img/1.svg)\n"),
    ("```design\na\n```", "```design\na\n```\n\n![Picture \\[1\\]](img/1.svg)\n"),
    ("```design\na\n```\nText\n", "```design\na\n```\n\n![Picture \\[1\\]](img/1.svg)\n\nText\n"),
    // An older picture of ours is replaced, others are not.
    (
      "```design\n```\n\n![old](img/7.svg)\nText\n", "```design\n```\n\n![Picture \\[1\\]](img/1.svg)\nText\n"
    ),
    (
      "```design\n```\n\n![cat](cat.png)\n",
      "```design\n```\n\n![Picture \\[1\\]](img/1.svg)\n\n![cat](cat.png)\n"
    ),
    ("> ```design\n> ```\n", "> ```design\n> ```\n>\n> ![Picture \\[1\\]](img/1.svg)\n"),
    ("- a\n\n  ```design\n  ```\n", "- a\n\n  ```design\n  ```\n\n  ![Picture \\[1\\]](img/1.svg)\n"),
    ("```design\r\n```\r\n", "```design\r\n```\r\n\r\n![Picture \\[1\\]](img/1.svg)\r\n"),
    ("No fence.\n", "No fence.\n"),
  ]) func putsThePictureBelow(before: String, after: String) {
    #expect(embedded(before) == after)
    // Once more changes nothing, and the fence is still the same.
    #expect(embedded(after) == after)
    #expect(DesignFence.all(in: after).map(\.text) == DesignFence.all(in: before).map(\.text))
  }
}
