/// The templates of Markdown pages, by name. Each partial has to say its kind of text anew.
enum MarkdownTemplates {
  static let all = ["page": page, "section": section, "table": table]

  private static let page = """
    {{% CONTENT_TYPE:MARKDOWN}}
    # {{title}}
    {{#hasTrail}}

    In {{#trail}}{{^first()}} › {{/first()}}{{{.}}}{{/trail}}
    {{/hasTrail}}
    {{#kind}}

    *{{.}}*{{#tags}} · {{.}}{{/tags}}
    {{/kind}}
    {{#description}}

    {{{.}}}
    {{/description}}
    {{#picture}}

    ![{{title}}]({{{root}}}pictures/{{{file}}}.svg)
    {{/picture}}
    {{#hasGallery}}

    ## Pictures

    {{#gallery}}
    - [{{title}}]({{{href}}})
    {{/gallery}}
    {{/hasGallery}}
    {{#sections}}
    {{> section}}
    {{/sections}}

    """

  private static let section = """
    {{% CONTENT_TYPE:MARKDOWN}}

    <a id="{{{anchor}}}"></a>

    ## {{title}}
    {{#blocks}}
    {{#heading}}

    <a id="{{{anchor}}}"></a>

    ### {{{line}}}
    {{/heading}}
    {{#markdown}}

    {{{.}}}
    {{/markdown}}
    {{#paragraph}}

    {{{line}}}
    {{/paragraph}}
    {{#table}}
    {{> table}}
    {{/table}}
    {{#listing}}

    {{caption}}:

    ```json
    {{{text}}}
    ```
    {{/listing}}
    {{/blocks}}

    """

  private static let table = """
    {{% CONTENT_TYPE:MARKDOWN}}

    {{#hasHeaders}}
    |{{#headers}} {{.}} |{{/headers}}
    {{/hasHeaders}}
    {{^hasHeaders}}
    | Fact | As stated |
    {{/hasHeaders}}
    |{{#columns}} --- |{{/columns}}
    {{#rows}}
    |{{#head}} {{#anchor}}<a id="{{{.}}}"></a>{{/anchor}}{{{line}}} |{{/head}}{{#cells}} {{{line}}} |{{/cells}}
    {{/rows}}

    """
}
