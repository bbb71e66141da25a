/// Databases, tables, columns, and what is redundant in them.
let databaseForms: [Context: [Form]] = [
  .database: [
    Form("rpo", [.value(.duration)], "How much data may be lost, as time."),
    Form("rto", [.value(.duration)], "How long a restore may take."),
    Form(
      "max-connections", [.value(.count), .optional([.must("reserved"), .value(.count)])],
      "Connections it accepts."),
    Form(
      "tenancy", [.word(["single", "multi"]), .optional([.must("by"), .path])], "Whether customers share it."),
    Form("encrypted at rest", "Every deployment of it is encrypted on disk."),
    notEncrypted("not encrypted", "It is not encrypted on disk."),
    Form("owned by", [.path], "The application that alone may change it."),
    Form("rebuildable", "It can be made again from other stores."),
  ],
  .databaseBody: [
    Form(
      "schema", [.name, .optional([.text])], modifiers: [.element], block: [.databaseBody], repeatable: true,
      "A name space within a database."),
    Form(
      "table", [.name, .optional([.text])], modifiers: [.table, .element], block: [.tableBody],
      repeatable: true,
      "A table, collection or family of columns."),
    Form(
      "view:view", lead: .words([["view"], ["materialized", "view"]]), [.name, .optional([.text])],
      modifiers: [.sqlView, .element], block: [.tableBody], repeatable: true,
      "A SQL view; `materialized` when its rows are stored."),
    Form(
      "trigger", [.name, .must("on"), .path], modifiers: [.trigger, .element], repeatable: true,
      "What the database does by itself when rows change."),
    Form(
      "domain", [.name, .symbol(.colon), .type], modifiers: [.column], repeatable: true,
      "A named column type."),
    typeForm, enumForm,
  ],
  .sqlView: [
    Form("view:as", [.sql], "The query."),
    Form("refreshed every", [.value(.duration)], "How often a materialized view is made anew."),
  ],
  .trigger: [
    Form(
      "trigger:after", [.list(.word(["insert", "update", "delete", "truncate"]))], "Runs after the change."),
    Form(
      "before", [.list(.word(["insert", "update", "delete", "truncate"]))], "Runs before the change."),
    Form("trigger:writes", [.list(.path)], "The columns or tables it changes."),
    Form("trigger:reads", [.list(.path)], "The columns or tables it reads."),
    Form("trigger:as", [.sql], "What it runs."),
  ],
  .table: [
    Form(
      "rows", [.value(.count), .optional([.must("at"), .must("most"), .value(.count)])],
      "How many rows it has."),
    Form("growth", [.value(.rate)], "How many rows are added."),
    Form("retention", [.value(.duration)], "How long rows are kept."),
    Form("partitioned by", [.columns], "How it is divided."),
    Form("row-size", [.value(.size)], "The bytes of a row on average."),
    Form("index-overhead", [.value(.ratio)], "The space of its indexes, as a share of its rows'."),
    Form("keyless", modifiers: [.because], "It has no primary key, on purpose."),
    Form("shared across tenants", "Its rows belong to no tenant."),
    Form("row policy", [.sql], "Which rows who may see."),
    Form("change", [.word(["expand", "contract"])], "The step of a change that it is in."),
    Form(
      "read model", modifiers: [.because, .redundancy], "The whole table is a copy for reading, on purpose."),
    Form("table:owned by", [.path], "The application that alone may change it."),
  ],
  .tableBody: [
    columnForm,
    Form(
      "table:primary key", [.columns], "The columns that identify a row."),
    Form(
      "table:unique", [.optional([.name]), .columns], repeatable: true,
      "Columns whose values never recur together."),
    Form(
      "index", [.optional([.name]), .columns], modifiers: [.index], repeatable: true,
      "An index, and its columns."),
    Form(
      "foreign key", [.columns, .symbol(.arrow), .path, .optional([.columns])], modifiers: [.reference],
      repeatable: true, "Columns that name a row of another table."),
    Form("table:check", [.sql], repeatable: true, "A condition that every row fulfils."),
    Form(
      "determines", lead: .determines,
      [.determinant, .must("determines"), .optional([.must("many")]), .list(.freeWord)],
      repeatable: true, "A functional dependency; with `many` a multivalued one."),
  ],
  .nestedColumns: [columnForm],
  .index: [
    Form("index:unique", "No two rows have the same values."),
    Form("where", [.sql], "The rows that the index covers."),
    Form("using", [.freeWord], "The kind of index: `gin`, `brin`, `hash`."),
    Form("include", [.columns], "Further columns kept in it."),
  ],
  .column: [
    Form("primary key", notBeforeParenthesis: true, "It identifies a row."),
    Form("unique", notBeforeParenthesis: true, "No value recurs."),
    Form("identity", "The database counts it up."),
    Form("default", [.sql], "The value when none is given."),
    Form("check", [.sql], repeatable: true, "A condition that every value fulfils."),
    Form("generated", [.sql], "The database computes it from the row."),
    Form("references", lead: .words([["->"]]), [.path], modifiers: [.reference], "The key of another table."),
    Form("classified", [.list(.freeWord)], "The class of data it holds."),
    Form(
      "hashed", [.known(Vocabulary.hashes), .optional([.arguments])],
      "The hash it is kept as, with its parameters."),
    Form("column:not encrypted", "It is kept in the clear."),
    Form("encrypted", [.optional([.word(encryptionAlgorithms)])], "It is encrypted before it is stored."),
    Form(
      "copy of", [.path], modifiers: [.redundancy], "The same value stands elsewhere and must be kept equal."),
    Form(
      "derived", [.sql], modifiers: [.redundancy], "It is computed from other values and must be kept equal."),
    Form(
      "snapshot of", [.path], modifiers: [.because],
      "The value that stood elsewhere at the time; never kept in sync."),
    Form(
      "checksum", [.known(Vocabulary.hashes), .optional([.must("for"), .freeWord])],
      "It is a checksum, not a secret."),
    Form("refers to", [.path], "A key of another store, which the database does not enforce."),
    Form("local time", "It means the time on the wall, not an instant."),
    Form("column:row-size", [.value(.size)], "The bytes of a value on average."),
    Form("column:tags", [.list(.freeWord)], "Words to choose it by."),
    Form("column:property", [.text, .text], repeatable: true, "A fact of your own, as key and value."),
    Form("column:deprecated", modifiers: [.deprecation], "It will go away."),
    Form(
      "column:accept", [.freeWord, .text], modifiers: [.accept], repeatable: true,
      "Accepts a finding of the review on this column, with the reason."),
  ],
  .reference: [
    Form("on delete", [.word(referentialActions)], "What happens to this row when the other is deleted."),
    Form("on update", [.word(referentialActions)], "What happens to this row when the other's key changes."),
  ],
  .redundancy: [
    Form("redundancy:because", [.text], "Why it is redundant on purpose."),
    Form(
      "kept by", [.optional([.word(["trigger", "job", "application"])]), .path], modifiers: [.keeper],
      "What keeps it equal."),
  ],
  .keeper: [
    Form("keeper:on", [.path], "The topic that tells of a change."),
    Form("within", [.value(.duration)], "How long it may be unequal."),
  ],
  .enumBody: [
    Form(
      "case", lead: .bareName, [.name, .optional([.text])], repeatable: true, "A value of the enumeration.")
  ],
  .type: [
    Form("from", [.path], "The table whose columns become fields."),
    Form("without", [.list(.freeWord)], "Columns that do not."),
  ],
  .typeBody: [
    Form(
      "field", lead: .nameColon,
      [.name, .symbol(.colon), .type, .optional([.symbol(.equal), .literal]), .optional([.text])],
      modifiers: [.field], repeatable: true, "A field, with its type; `?` makes it optional.")
  ],
  .field: [
    Form("field:classified", [.list(.freeWord)], "The class of data it holds."),
    Form("field:deprecated", modifiers: [.deprecation], "It will go away."),
    Form("field:tags", [.list(.freeWord)], "Words to choose it by."),
    Form("example", [.literal], "A value that shows what it looks like."),
    Form("read-only", "Only answers bear it."),
    Form("write-only", "Only requests bear it."),
  ],
]

private let referentialActions = ["restrict", "cascade", "no action", "set null", "set default"]

/// `not encrypted`, of a disk also with `at rest`.
func notEncrypted(_ name: String, _ documentation: String) -> Form {
  Form(name, lead: .words([["not", "encrypted"], ["not", "encrypted", "at", "rest"]]), documentation)
}

private let columnForm = Form(
  "column", lead: .nameColon, [.name, .symbol(.colon), .type, .optional([.text])], modifiers: [.column],
  block: [.nestedColumns], repeatable: true, "A column, with its type; `?` makes it nullable.")

/// Ciphers, with key length and mode, as people write them.
package let encryptionAlgorithms = [
  "aes", "aes-128", "aes-192", "aes-256", "aes-128-gcm", "aes-192-gcm", "aes-256-gcm", "aes-128-cbc",
  "aes-256-cbc",
  "aes-128-ctr", "aes-256-ctr", "aes-128-ecb", "aes-256-ecb", "aes-256-siv", "aes-256-gcm-siv", "aes-256-xts",
  "aes-128-ccm", "aes-128-ccm-8", "aes-256-ccm", "aes-256-cfb", "aes-256-ofb", "chacha20-poly1305",
  "xchacha20-poly1305",
  "des",
  "triple-des", "rc4", "idea", "blowfish", "twofish", "camellia-256", "rsa-1024", "rsa-2048", "rsa-3072",
  "rsa-4096", "kms",
  "tde",
]

let typeForm = Form(
  "type", [.name, .optional([.symbol(.colon), .type]), .optional([.text])], modifiers: [.type, .element],
  block: [.typeBody], repeatable: true, "A named shape of data.")

let enumForm = Form(
  "enum", [.name, .optional([.text])], block: [.enumBody], repeatable: true, "A closed list of values.")
