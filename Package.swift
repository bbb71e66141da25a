// swift-tools-version: 6.1
import PackageDescription

/// Compiler settings shared by every target of the project.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A stage of the pipeline. What a stage may import is exactly its list of dependencies, so that an earlier stage can
/// never reach a later one.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one stage.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "designc",
  products: [.executable(name: "designc", targets: ["designc"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    // text → tree → model
    stage("DesignSource"),
    stage("DesignSyntax", ["DesignSource"]),
    stage("DesignModel", ["DesignSyntax"]),
    // tree → canonical text
    stage("DesignFormat", ["DesignSyntax"]),
    // model ↔ what is agreed on ↔ documents of other formats
    stage(
      "DesignContract",
      [
        "DesignModel", "DesignSyntax", "DesignSource", .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // documents of other formats → text
    stage(
      "DesignImport", ["DesignContract", "DesignModel", "DesignSyntax", "DesignSource"]),
    // model → figures: how many servers, of which size
    stage("DesignSizing", ["DesignModel", "DesignSyntax", "DesignSource"]),
    // model → findings
    stage("DesignLint", ["DesignContract", "DesignModel", "DesignSizing", "DesignSyntax", "DesignSource"]),
    // model + what was built → findings
    stage("DesignVerify", ["DesignContract", "DesignLint", "DesignModel", "DesignSyntax", "DesignSource"]),
    // two models → what lies between them
    stage("DesignDiff", ["DesignModel", "DesignSyntax", "DesignSource"]),
    // designc.yml → what the review is asked to do, and how pictures look
    stage(
      "DesignConfiguration",
      ["DesignLint", "DesignPaint", "DesignDiagram", "DesignSource", "DesignSyntax", "Yams"]),
    // model → diagram → drawing → bytes
    stage("DesignDiagram"),
    stage("DesignView", ["DesignModel", "DesignSizing", "DesignDiagram"]),
    .systemLibrary(
      name: "CGraphvizLibrary", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "CGraphviz", dependencies: ["CGraphvizLibrary"]),
    stage("DesignLayout", ["DesignDiagram", "CGraphviz"]),
    stage("DesignPaint", ["DesignDiagram"]),
    // model → documents
    stage(
      "DesignExchange",
      ["DesignModel", "DesignLint", "DesignSizing", "DesignDiff", "DesignSource", "DesignSyntax"]),
    // model + findings + drawings → the page of a review meeting
    stage(
      "DesignReport",
      [
        "DesignModel", "DesignLint", "DesignDiff", "DesignSizing", "DesignView", "DesignLayout",
        "DesignPaint", "DesignExchange", "DesignSource",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    // Markdown
    .systemLibrary(
      name: "CMarkdownLibrary", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    stage("DesignMarkdown", ["CMarkdownLibrary"]),
    // model + findings + pictures → pages
    stage(
      "DesignSite",
      [
        "DesignModel", "DesignContract", "DesignSource", "DesignSyntax", "DesignLint", "DesignView",
        "DesignDiagram", "DesignMarkdown", "DesignExchange",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    // the whole, and the command
    stage(
      "DesignCompiler",
      [
        "DesignModel", "DesignLint", "DesignSizing", "DesignDiff", "DesignView", "DesignLayout",
        "DesignPaint", "DesignExchange", "DesignReport", "DesignSite", "DesignDiagram",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "designc",
      dependencies: [
        "DesignCompiler", "DesignConfiguration", "DesignContract", "DesignDiff", "DesignExchange",
        "DesignFormat", "DesignImport", "DesignLint", "DesignMarkdown", "DesignModel", "DesignPaint",
        "DesignReport", "DesignSite", "DesignSizing", "DesignSource", "DesignSyntax", "DesignVerify",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: strict,
      // Loaded where it was linked, a binary needs none of its hundred thousand addresses moved: a quarter of its start.
      linkerSettings: [
        .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
      ]),
    // tests
    .target(
      name: "TestSupport", dependencies: ["DesignModel"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("designcTests", ["designc", "TestSupport", "Yams"], exclude: ["Tools"]),
    tests("DesignSyntaxTests", ["DesignSyntax", "TestSupport"]),
    tests("DesignModelTests", ["DesignModel", "TestSupport"]),
    tests(
      "DesignContractTests", ["DesignContract", "DesignCompiler", "DesignSource", "TestSupport"],
      exclude: ["Cases"]),
    tests(
      "DocumentTests",
      ["DesignCompiler", "DesignFormat", "DesignModel", "DesignSyntax", "DesignSource", "TestSupport"],
      exclude: ["Chapters"]),
    tests("DesignFormatTests", ["DesignFormat", "DesignModel", "DesignExchange", "TestSupport"]),
    tests("DesignSizingTests", ["DesignSizing", "TestSupport"]),
    tests(
      "DesignLintTests", ["DesignCompiler", "DesignContract", "DesignLint", "TestSupport"], exclude: ["Cases"]
    ),
    tests(
      "DesignImportTests", ["DesignCompiler", "DesignFormat", "DesignImport", "DesignSource", "TestSupport"],
      exclude: ["Cases"]),
    tests(
      "DesignCompilerTests",
      ["DesignCompiler", "DesignDiagram", "DesignPaint", "DesignView", "DesignSource", "TestSupport"]),
    tests("DesignDiffTests", ["DesignDiff", "DesignModel", "DesignSyntax", "DesignSource"]),
    tests(
      "DesignConfigurationTests",
      ["DesignConfiguration", "DesignDiagram", "DesignPaint", "DesignLint", "TestSupport"]),
    tests("DesignDiagramTests", ["DesignDiagram"]),
    tests("DesignMarkdownTests", ["DesignMarkdown"]),
    tests("DesignSiteTests", ["DesignSite", "DesignLint", "TestSupport"]),
    tests("DesignViewTests", ["DesignView", "DesignSource", "TestSupport"]),
    tests("DesignLayoutTests", ["DesignLayout", "DiagramSamples"]),
    tests(
      "DesignPaintTests", ["DesignLayout", "DesignPaint", "DiagramSamples"], exclude: ["Snapshots"]),
    // diagrams that several tests share, and a command that draws them for the eye
    .target(
      name: "DiagramSamples", dependencies: ["DesignDiagram"], path: "Tests/DiagramSamples",
      swiftSettings: strict),
    .executableTarget(
      name: "DrawSamples", dependencies: ["DiagramSamples", "DesignLayout", "DesignPaint"],
      path: "Tests/DrawSamples", swiftSettings: strict),
  ]
)
