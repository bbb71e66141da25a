/// Databases of documents; as of 2026-06.
extension Engine {
  /// MongoDB 8 manual, BSON types, by the aliases that `$type` takes; and `uuid`, which is a subtype of binary data.
  static let mongodb = Engine(
    "mongodb", hasArrays: true, isCaseSensitive: true,
    versions:
      "1.0 1.2 1.4 1.6 1.8 2.0 2.2 2.4 2.6 3.0 3.2 3.4 3.6 4.0 4.2 4.4 5.0 5.1 5.2 5.3 6.0 6.1 6.2 6.3 "
      + "7.0 7.1 7.2 7.3 8.0 8.1 8.2",
    [
      (.text, 0...0, "string, symbol"), (.integer, 0...0, "int, long"), (.float, 0...0, "double"),
      (.decimal, 0...0, "decimal"), (.boolean, 0...0, "bool"), (.timestamp, 0...0, "date, timestamp"),
      (.binary, 0...0, "binData"), (.uuid, 0...0, "uuid"), (.json, 0...0, "object"), (.list, 0...0, "array"),
      (.other, 0...0, "objectId, regex, javascript, null, minKey, maxKey"),
    ])

  /// Amazon DynamoDB developer guide, data types, in words; and the letters of its data type descriptors.
  static let dynamodb = Engine(
    "dynamodb", hasArrays: true, isCaseSensitive: true, versions: "",
    [
      (.text, 0...0, "string, S"), (.decimal, 0...0, "number, N"), (.binary, 0...0, "binary, B"),
      (.boolean, 0...0, "boolean, BOOL"), (.json, 0...0, "map, M"), (.list, 0...0, "list, L, SS, NS, BS"),
      (.other, 0...0, "null, NULL"),
    ])
}
