import ArgumentParser
import DesignCompiler
import DesignFormat
import DesignImport
import DesignSource

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `designc init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small first design to begin with.",
    discussion: """
      Writes one file with a few elements of each kind and comments that say what they are; change what does not fit. A \
      directory that holds a design is left as it is.

      Examples:
        designc init                       shop.design in this directory
        designc init design --name orders  orders.design in the directory design
        designc init --from sql shop.sql   the tables of a database, as designc import sql reads them
        designc init --from compose docker-compose.yml
      """)

  /// What a first design can be made of.
  enum Origin: String, ExpressibleByArgument, CaseIterable { case compose, sql }

  @Argument(
    help: "The directory; it is made where there is none. (default: this directory)", completion: .directory)
  var directory = "."

  @Option(
    help: "The name of the design: letters, digits, - and _. (default: shop, or as what it is made of says)")
  var name: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What to make it of: compose or sql, and the file.", valueName: "compose|sql> <file"),
    completion: .file())
  var from: [String] = []

  @OptionGroup var messages: MessageOptions
  @OptionGroup var diagnostics: DiagnosticOptions

  static func isName(_ name: String) -> Bool {
    name.first?.isLetter == true && name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
      && name.count <= 60
  }

  static func complaint(_ name: String) -> String {
    "'\(name)' is no name: a letter, then letters, digits, - and _, at most 60 in all"
  }

  func validate() throws {
    if let name, !Self.isName(name) { throw ValidationError(Self.complaint(name)) }
    guard !from.isEmpty else { return }
    guard from.count > 1, let origin = Origin(rawValue: from[0]), origin == .sql || from.count == 2 else {
      throw ValidationError(
        "--from takes compose or sql, and a file, behind the directory: designc init \(directory) --from sql FILE"
      )
    }
  }

  func run() throws {
    if let design = DesignFiles.firstDesign(in: directory) {
      Terminal.printError("designc: \(design) is a design already; nothing was written\n")
      throw ExitStatus.inputOutput
    }
    let first = try firstDesign()
    let file = OutputFile(name: "\(first.name).design", bytes: Array(first.text.utf8))
    try OutputDirectory(path: directory).write([file])
    first.tellNotes()
    let path = directory == "." ? "" : directory
    let written = path.isEmpty ? file.name : "\(path)/\(file.name)"
    messages.tell("\(written)\n\nNow try:\n")
    for (command, purpose) in [
      ("build", "draws its pictures"), ("lint", "reviews it"), ("docs", "makes a site of it"),
    ] {
      let line = "  designc \(command) \(path)"
      messages.tell(
        line + String(repeating: " ", count: max(1, path.count + 22 - line.count)) + purpose + "\n")
    }
  }

  /// The text, what its file is called, and how to tell what was left out.
  private func firstDesign() throws -> (name: String, text: String, tellNotes: () -> Void) {
    guard let word = from.first, let origin = Origin(rawValue: word) else {
      let name = name ?? "shop"
      return (name, FirstDesign.text(name: name), {})
    }
    let sources = try DesignFiles.documents(Array(from.dropFirst()))
    let design =
      switch origin {
      case .compose: ComposeReader.design(sources[0], name: name)
      case .sql: SQLReader.design(sources, name: name)
      }
    try diagnostics.stopOnErrors(
      design.diagnostics.filter { $0.severity == .error }, in: sources, consequence: "nothing was written")
    let text = format(SourceFile(path: sources[0].path, text: design.text)) ?? design.text
    return (design.name, text, { ImportNotes.tell(design.diagnostics, [], sources) })
  }
}

/// What `designc init` writes.
enum FirstDesign {
  static func text(name: String) -> String {
    """
    // A design is all .design files of a directory. Each says what there is and who uses what; pictures, a review and
    // documents are made from that. What is not stated is not guessed: state a fact, and the rules that need it speak up.
    design \(name) "\(name.prefix(1).uppercased() + name.dropFirst())"

    /// Text behind three slashes describes what follows it, in Markdown.
    person customer "Customer" { -> storefront "Looks round and orders" over https }

    // Kinds of application: web, mobile, desktop, service, worker, gateway, function, job, proxy, cdn.
    application storefront: web "Storefront" {
      technology "React 19"
      exposure internet
      calls orders over https { timeout 2s  retries 1 }
    }

    application orders: service "Orders" {
      stateless
      healthcheck "/healthz"
      reads store.product
      writes store.order, store.order_line
      publishes events.order_placed via outbox

      // An api with its endpoints. The types below say what they take and give.
      api ordering: rest v1 base "/api" auth bearer {
        POST /orders (body: NewOrder) -> 201 Order | 422 Problem idempotent by header Idempotency-Key
        GET /orders/{id: uuid} -> Order | 404 Problem
      }
      type NewOrder { product_id: uuid  quantity: int(1..99) }
      type Order from store.order
      type Problem { title: string  detail: string? }
    }

    application mailer: worker "Mailer" { consumes events.order_placed { idempotent by order_id } }

    database store: postgresql 17 "Store" {
      encrypted at rest
      rpo 15m  rto 4h

      table product rows 10k {
        id:    uuid           primary key
        name:  text
        price: numeric(12, 2) check `price >= 0`
      }
      table order rows 1M growth 20k/month {
        id:             uuid        primary key
        customer_email: text        classified pii
        placed_at:      timestamptz default `now()`
      }
      table order_line rows 3M {
        order_id:   uuid -> order.id on delete cascade
        product_id: uuid -> product.id on delete restrict
        quantity:   int  check `quantity > 0`
        primary key (order_id, product_id)
        index order_line_by_product (product_id)
      }
    }

    broker events: kafka 4.0 "Events" {
      topic order_placed: OrderPlaced partitions 6 key order_id {
        dead-letter order_placed_failed after 5
      }
      topic order_placed_failed: OrderPlaced partitions 1 dead-letter none
      type OrderPlaced { order_id: uuid  placed_at: datetime }
    }

    /// What happens, step by step.
    flow checkout "A customer orders" {
      customer -> storefront "Confirms the cart"
      storefront calls orders POST /api/orders
      orders writes store.order
      orders publishes events.order_placed
      mailer consumes events.order_placed
    }

    // Where it runs. State replicas, sizes and backups here, and the review judges them.
    environment production "Production" {
      region eu-central-1 "Frankfurt" {
        cluster apps: kubernetes 1.33 {
          deploy storefront, orders replicas 2..6 cpu 500m memory 512MiB strategy rolling
          deploy mailer replicas 2 cpu 250m memory 256MiB strategy rolling
        }
        cluster data: aws managed {
          deploy store as primary backup continuous retained 30d encrypted at rest
          deploy events replicas 3
        }
      }
    }

    """
  }
}
