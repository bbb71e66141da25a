/// What a service answered to one request.
package struct ServiceAnswer: Sendable, Hashable {
  package let status: Int
  /// The header `Content-Type`, as it was sent.
  package let contentType: String?
  /// Where the answer sends the caller, whole; nil when it does not.
  package let location: String?
  package let body: [UInt8]

  package init(status: Int, contentType: String?, location: String?, body: [UInt8]) {
    self.status = status
    self.contentType = contentType
    self.location = location
    self.body = body
  }

  /// The media type without its parameters, in small letters.
  var mediaType: String? {
    let type = contentType?.split(separator: ";", omittingEmptySubsequences: false).first
    return type.map { $0.filter { $0 != " " }.lowercased() }
  }
}

/// Why there is no answer.
package struct NoAnswer: Error, Sendable, Hashable {
  /// The end of a sentence: `cannot be reached: connection refused`.
  package let reason: String
  /// Whether no other request would fare better.
  package let isFinal: Bool
  /// Whether the service took too long.
  package let isSilence: Bool

  package init(_ reason: String, isFinal: Bool = false, isSilence: Bool = false) {
    self.reason = reason
    self.isFinal = isFinal
    self.isSilence = isSilence
  }
}

/// One request that only reads.
package struct ServiceRequest: Sendable, Hashable {
  /// `GET` or `HEAD`.
  package let method: String
  /// With its query, ready to stand behind the address of the service.
  package let target: String
  /// Name and value of each.
  package let headers: [Header]

  package struct Header: Sendable, Hashable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
