/// The templates of HTML pages, by name.
enum HTMLTemplates {
  static let all = [
    "page": page, "line": line, "section": section, "table": table, "picture": picture, "gallery": gallery,
  ]

  private static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>{{title}} · {{design}}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{{root}}site.css">
    <script src="{{root}}site.js" defer></script>
    </head>
    <body data-root="{{root}}">
    <a class="skip" href="#content">To the content</a>
    <header class="bar">
    <a class="home" href="{{root}}index.html">{{design}}</a>
    <nav aria-label="Lists"><ul>
    {{#menu}}
    <li><a href="{{href}}"{{#current}} aria-current="page"{{/current}}>{{title}}</a></li>
    {{/menu}}
    </ul></nav>
    <form class="search" role="search" hidden>
    <input type="search" placeholder="Search ( / )" aria-label="Search the design" autocomplete="off">
    <ul class="results" hidden></ul>
    </form>
    </header>
    <main id="content">
    {{#hasTrail}}
    <nav class="trail" aria-label="Lies in"><ol>
    {{#trail}}
    <li>{{#href}}<a href="{{.}}">{{/href}}{{text}}{{#href}}</a>{{/href}}</li>
    {{/trail}}
    </ol></nav>
    {{/hasTrail}}
    <h1>{{title}}</h1>
    {{#kind}}
    <p class="about"><span class="kind">{{.}}</span>{{#tags}} <span>{{.}}</span>{{/tags}}</p>
    {{/kind}}
    {{#description}}
    <div class="description">
    {{{.}}}</div>
    {{/description}}
    {{#picture}}
    {{> picture}}
    {{/picture}}
    {{#hasGallery}}
    {{> gallery}}
    {{/hasGallery}}
    {{#sections}}
    {{> section}}
    {{/sections}}
    </main>
    </body>
    </html>

    """

  /// The SVG stands in a shadow tree, where its styles and ids stay its own.
  private static let picture = """
    <figure class="viewer" aria-label="Picture">
    <figcaption><a href="{{root}}pictures/{{file}}.svg">The picture by itself</a></figcaption>
    <div class="sheet" tabindex="0" style="max-width:{{width}}px;aspect-ratio:{{width}}/{{height}}"><template shadowrootmode="open"><style>svg{display:block;width:100%;height:100%;touch-action:pan-y;user-select:none}</style>
    {{{svg}}}</template></div>
    </figure>

    """

  private static let gallery = """
    <ul class="gallery">
    {{#gallery}}
    <li><a href="{{href}}"><img src="{{root}}pictures/{{file}}.svg" alt="" loading="lazy"><span>{{title}}</span></a></li>
    {{/gallery}}
    </ul>

    """

  private static let section = """
    <section id="{{anchor}}" aria-labelledby="{{anchor}}-title">
    <h2 id="{{anchor}}-title"><a href="#{{anchor}}">{{title}}</a></h2>
    {{#blocks}}
    {{#heading}}
    <h3 id="{{anchor}}"><a class="mark" href="#{{anchor}}" aria-label="Link to here">#</a>{{> line}}</h3>
    {{/heading}}
    {{#markdown}}
    <div class="description">
    {{{.}}}</div>
    {{/markdown}}
    {{#paragraph}}
    <p>{{> line}}</p>
    {{/paragraph}}
    {{#table}}
    {{> table}}
    {{/table}}
    {{#listing}}
    <figure class="listing"><figcaption>{{caption}}</figcaption><pre><code>{{text}}</code></pre></figure>
    {{/listing}}
    {{/blocks}}
    </section>

    """

  private static let table = """
    <div class="scroll" tabindex="0"><table{{^hasHeaders}} class="facts"{{/hasHeaders}}>
    {{#hasHeaders}}
    <thead><tr>{{#headers}}<th scope="col">{{.}}</th>{{/headers}}</tr></thead>
    {{/hasHeaders}}
    <tbody>
    {{#rows}}
    <tr{{#anchor}} id="{{.}}"{{/anchor}}>{{#head}}<th scope="row">{{> line}}</th>{{/head}}{{#cells}}<td>{{> line}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table></div>

    """

  private static let line =
    "{{#line}}{{#href}}<a href=\"{{.}}\">{{/href}}{{#element}}<{{.}}>{{/element}}"
    + "{{#tag}}<span class=\"tag\" data-tag=\"{{.}}\">{{/tag}}{{text}}{{#tag}}</span>{{/tag}}"
    + "{{#element}}</{{.}}>{{/element}}{{#href}}</a>{{/href}}{{/line}}"
}
