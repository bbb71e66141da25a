/// The page as Mustache templates. Mustache escapes whatever stands in two braces; only pictures and style sheets, which
/// are markup of our own, stand in three.
enum PageTemplate {
  /// A sentence of phrases.
  static let sentence = "{{#isCode}}<code>{{text}}</code>{{/isCode}}{{^isCode}}{{text}}{{/isCode}}"

  static let finding = """
    <article class="finding {{severity}}" id="finding-{{number}}">
    <h4><span class="number">{{number}}</span> <span class="severity">{{severity}}</span> {{rule}} \
    <span class="quiet">{{name}}</span></h4>
    <p>{{#message}}{{>sentence}}{{/message}}</p>
    {{^empty(notes)}}<ul class="notes">{{#notes}}<li>{{#.}}{{>sentence}}{{/.}}</li>{{/notes}}</ul>
    {{/empty(notes)}}{{#help}}<p class="help"><b>To do:</b> {{#.}}{{>sentence}}{{/.}}</p>
    {{/help}}<p class="place"><code>{{place}}</code>{{#shown}} · <a href="#{{link}}">on the picture “{{picture}}”</a>{{/shown}}\
    {{^shown}} · on no picture{{/shown}}</p>
    </article>

    """

  static let chapter = """
    <section class="chapter{{^counts}} brief{{/counts}}" id="{{anchor}}">
    <h2>{{reviewer}}</h2>
    {{#counts}}<p>{{counts}}. {{rules}} rules were asked.</p>
    {{/counts}}{{^counts}}<p>No findings. {{rules}} rules were asked.</p>
    {{/counts}}{{#findings}}{{>finding}}{{/findings}}{{#pictures}}<figure id="{{id}}"{{#isWide}} class="wide"{{/isWide}}>
    <figcaption>{{caption}}</figcaption>
    {{{svg}}}</figure>
    {{/pictures}}</section>

    """

  static let page = """
    {{#report}}<!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{design}}: architecture review</title>
    <style>
    {{{style}}}{{{pictureStyle}}}</style>
    </head>
    <body>
    <header>
    <p class="kicker">Architecture review</p>
    <h1>{{design}}</h1>
    <dl>{{#facts}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
    </header>
    <main>
    <section id="summary">
    <h2>Summary</h2>
    <table class="numbers">
    <thead><tr><th scope="col">Reviewer</th><th scope="col">Rules asked</th><th scope="col">Errors</th>\
    <th scope="col">Warnings</th><th scope="col">Remarks (info)</th><th scope="col">Accepted</th></tr></thead>
    <tbody>
    {{#summary}}<tr><th scope="row"><a href="#{{anchor}}">{{reviewer}}</a></th><td>{{rules}}</td>\
    <td>{{error}}</td><td>{{warning}}</td><td>{{info}}</td><td>{{accepted}}</td></tr>
    {{/summary}}</tbody>
    <tfoot>{{#total}}<tr><th scope="row">{{reviewer}}</th><td>{{rules}}</td><td>{{error}}</td><td>{{warning}}</td>\
    <td>{{info}}</td><td>{{accepted}}</td></tr>{{/total}}</tfoot>
    </table>
    <p class="quiet">Further: <a href="#unjudged">what could not be judged</a> ({{count(unjudged)}} elements), \
    <a href="#sizing">sizing</a>, <a href="#accepted">accepted findings</a> ({{count(accepted)}}), <a href="#decisions">decisions</a> ({{count(decisions)}}), \
    <a href="#sign-off">sign-off</a>.</p>
    <p class="quiet">Numbers on the pictures are those of the findings in the same chapter: an octagon with a cross for an error, a triangle for a \
    warning, a circle with an i for a remark (info).</p>
    </section>
    {{#chapters}}{{>chapter}}{{/chapters}}<section class="chapter" id="unjudged">
    <h2>What could not be judged</h2>
    {{^empty(unjudged)}}<p>Facts that are unstated, each with the rules that would have judged by it. Nothing is taken for \
    granted in their place.</p>
    <table>
    <thead><tr><th scope="col">Element</th><th scope="col">Unstated</th></tr></thead>
    <tbody>
    {{#unjudged}}<tr><th scope="row"><code>{{subject}}</code><br><span class="quiet">{{place}}</span></th>\
    <td>{{#facts}}<div><code>{{fact}}</code> <span class="quiet">{{rules}}</span></div>{{/facts}}</td></tr>
    {{/unjudged}}</tbody>
    </table>
    {{/empty(unjudged)}}{{#empty(unjudged)}}<p>Everything that the rules ask for is stated.</p>
    {{/empty(unjudged)}}</section>
    <section class="chapter" id="sizing">
    <h2>Sizing</h2>
    {{#sizings}}<pre>{{.}}</pre>
    {{/sizings}}{{#empty(sizings)}}<p>No environment is for production.</p>
    {{/empty(sizings)}}</section>
    <section class="chapter" id="accepted">
    <h2>Accepted findings</h2>
    {{^empty(accepted)}}<table>
    <thead><tr><th scope="col">Until</th><th scope="col">Finding</th><th scope="col">Why it is accepted</th>\
    <th scope="col">Owner</th></tr></thead>
    <tbody>
    {{#accepted}}<tr><td>{{#until}}{{until}}{{/until}}{{^until}}no end{{/until}}</td>\
    <td><b>{{severity}} {{rule}}</b> <code>{{subject}}</code><br>{{#finding}}{{>sentence}}{{/finding}}</td>\
    <td>{{reason}}<br><span class="quiet">{{remarks}}</span></td>\
    <td>{{#owner}}{{owner}}{{/owner}}{{^owner}}nobody is named{{/owner}}</td></tr>
    {{/accepted}}</tbody>
    </table>
    {{/empty(accepted)}}{{#empty(accepted)}}<p>No finding is accepted.</p>
    {{/empty(accepted)}}</section>
    <section class="chapter" id="decisions">
    <h2>Decisions</h2>
    {{^empty(decisions)}}<table>
    <thead><tr><th scope="col">Element</th><th scope="col">Decision</th><th scope="col">Because</th></tr></thead>
    <tbody>
    {{#decisions}}<tr><th scope="row"><code>{{subject}}</code><br><span class="quiet">{{place}}</span></th>\
    <td>{{#what}}<code>{{what}}</code>{{/what}}{{^what}}that it is there{{/what}}</td><td>{{reason}}</td></tr>
    {{/decisions}}</tbody>
    </table>
    {{/empty(decisions)}}{{#empty(decisions)}}<p>The design states no reason with <code>because</code>.</p>
    {{/empty(decisions)}}</section>
    <section class="chapter" id="sign-off">
    <h2>Sign-off</h2>
    <table class="sign-off">
    <thead><tr><th scope="col">Reviewer</th><th scope="col">Open findings</th><th scope="col">Agreed</th>\
    <th scope="col">Name</th><th scope="col">Day</th><th scope="col">Signature</th></tr></thead>
    <tbody>
    {{#summary}}<tr><th scope="row">{{reviewer}}</th><td>{{open}}</td><td class="choice">☐ yes ☐ no</td><td></td><td></td><td></td></tr>
    {{/summary}}</tbody>
    </table>
    </section>
    </main>
    </body>
    </html>{{/report}}

    """
}
