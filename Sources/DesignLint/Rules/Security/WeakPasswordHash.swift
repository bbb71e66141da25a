import DesignModel
import DesignSource

let weakPasswordHash = Rule(
  "SEC001", "weak-password-hash", .error,
  what: "Finds passwords that are kept in the clear, encoded, encrypted, or as a fast hash, salted or not.",
  why: """
    Tables are stolen. What is encrypted can be decrypted by whoever has the key, and of a fast hash billions of \
    guesses a second can be tried, so that most passwords are found.
    """,
  silent: """
    For columns that state nothing about how they are kept, and for hashes of what is no password: a random token needs \
    no slow hash.
    """,
  fires: """
    database shop: postgresql {
      table user {
        id: uuid primary key
        password_hash: text hashed md5
      }
    }
    """,
  passes: """
    database shop: postgresql {
      table user {
        id: uuid primary key
        password_hash: text hashed argon2id(memory: 19MiB, iterations: 2, parallelism: 1)
      }
    }
    """,
  sources: [PasswordHashing.source, PasswordHashing.standard]
) { review, report in
  let profiles = review.options.profiles
  let recommended = PasswordHashing.recommended(for: profiles)
  for column in review.passwordColumns {
    let path = review.model[column.element].path
    func add(_ message: String, _ fact: Fact, _ notes: [String] = []) {
      report.add(
        .error, on: .element(column.element), message, at: fact.range,
        notes: notes + ["\(PasswordHashing.source.title), as of \(PasswordHashing.asOf)"],
        help: ["write `hashed \(recommended)`"],
        fixIts: [
          .init(
            "write `hashed \(recommended)`", range: fact.range, replacement: "hashed \(recommended)",
            safety: .suggested)
        ])
    }
    if let hash = column.fact("hashed"), let algorithm = hash.word {
      if let what = PasswordHashing.unfitness(algorithm) {
        add(
          hash.isAbsent ? "`\(path)` keeps passwords in the clear" : "`\(path)` uses \(algorithm), \(what)",
          hash,
          ["a stolen table can be guessed at the speed of graphics processors"])
      } else if profiles.contains(.fips),
        PasswordHashing.algorithm(algorithm).map({ !$0.isFIPSApproved })
          ?? PasswordHashing.otherArgon2.contains(algorithm.lowercased())
      {
        add(
          "`\(path)` uses \(algorithm), which FIPS 140-3 does not approve", hash, [PasswordHashing.approval])
      } else if PasswordHashing.otherArgon2.contains(algorithm.lowercased()) {
        report.add(
          .warning, on: .element(column.element),
          "`\(path)` uses \(algorithm), for which the recommended parameters do not hold", at: hash.range,
          notes: [
            "\(PasswordHashing.source.title), as of \(PasswordHashing.asOf), recommends argon2id alone"
          ],
          help: ["write `hashed \(recommended)`"])
      }
    } else if let encryption = column.fact("encrypted") {
      add(
        encryption.isAbsent ? "`\(path)` keeps passwords in the clear" : "`\(path)` encrypts passwords",
        encryption, encryption.isAbsent ? [] : ["whoever has the key can read every password"])
    } else {
      report.lacks("hashed …", of: column.element)
    }
  }
}
