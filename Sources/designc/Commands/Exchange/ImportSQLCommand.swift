import ArgumentParser
import DesignImport

extension SQLDialect: ExpressibleByArgument {}

/// `designc import sql`
struct ImportSQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Make a design of SQL that makes tables.",
    discussion: """
      Writes one database with its tables, keys, indexes, checks, views, triggers and comments. It reads what pg_dump, \
      mysqldump and sqlite3's .schema write, and what is written by hand; statements that it does not know are passed \
      over. What is left out is told on standard error, each kind once, with its place.

      Examples:
        designc import sql schema.sql                         to standard output
        designc import sql schema.sql -o shop.design          into a file
        designc import sql schema.sql --as shop               the database is called `shop`
        designc import sql migrations/*.sql -o shop.design    several files, in this order
        pg_dump --schema-only shop > shop.sql && designc import sql shop.sql -o shop.design
      """)

  @OptionGroup var source: ImportSource

  @Argument(help: "Files to read after it, as migrations are.", completion: .file())
  var further: [String] = []

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What the design and its database are called.", valueName: "name"))
  var name: String?

  @Option(help: "Whose SQL it is. (default: told from the file)")
  var dialect: SQLDialect?

  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws { try ImportSource.validate(name: name) }

  func run() throws {
    let files = try DesignFiles.documents([source.file] + further)
    let design = SQLReader.design(files, name: name, dialect: dialect)
    try source.stopOnErrors(design.diagnostics, diagnostics, files)
    try source.write(design, files)
  }
}
