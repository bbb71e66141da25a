import DesignDiagram

extension Glyph {
  /// The drawing in a square of 24, as SVG elements without colour.
  var shape: StaticString {
    switch self {
    case .person: "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4.5 20c.8-4.2 3.8-6 7.5-6s6.7 1.8 7.5 6\"/>"
    case .web:
      "<rect x=\"3\" y=\"5\" width=\"18\" height=\"14\" rx=\"2\"/><path d=\"M3 9.5h18M5.8 7.3h.01M8.3 7.3h.01\"/>"
    case .mobile: "<rect x=\"7\" y=\"3\" width=\"10\" height=\"18\" rx=\"2\"/><path d=\"M11 18h2\"/>"
    case .desktop:
      "<rect x=\"3\" y=\"4\" width=\"18\" height=\"12\" rx=\"1.5\"/><path d=\"M9 20h6M12 16v4\"/>"
    case .service:
      "<path d=\"M12 3l7.8 4.5v9L12 21l-7.8-4.5v-9z\"/><circle cx=\"12\" cy=\"12\" r=\"2.7\"/>"
    case .worker:
      "<circle cx=\"12\" cy=\"12\" r=\"5.4\"/><circle cx=\"12\" cy=\"12\" r=\"1.6\"/><path d=\"M12 3v3.6M12 17.4V21M3 12h3.6M17.4 12H21M5.6 5.6l2.6 2.6M15.8 15.8l2.6 2.6M5.6 18.4l2.6-2.6M15.8 8.2l2.6-2.6\"/>"
    case .gateway:
      "<path d=\"M3 20.5h18M4.5 20.5V11a7.5 7.5 0 0 1 15 0v9.5M9 20.5V12a3 3 0 0 1 6 0v8.5\"/>"
    case .function: "<path d=\"M6.5 4h2c1.1 0 1.7.5 2.1 1.5L17 20h1M11.4 8.6L6 20\"/>"
    case .job: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7v5.2l3.5 2\"/>"
    case .proxy:
      "<path d=\"M12 3l7.5 2.6v6c0 4.6-3.2 7.8-7.5 9.4-4.3-1.6-7.5-4.8-7.5-9.4v-6zM8.5 12h7M13 9.5l2.5 2.5-2.5 2.5\"/>"
    case .cdn:
      "<circle cx=\"12\" cy=\"12\" r=\"8.8\"/><path d=\"M3.2 12h17.6M12 3.2c4.4 4.6 4.4 13 0 17.6M12 3.2c-4.4 4.6-4.4 13 0 17.6\"/>"
    case .database:
      "<ellipse cx=\"12\" cy=\"6\" rx=\"7.5\" ry=\"2.8\"/><path d=\"M4.5 6v12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8V6M4.5 12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8\"/>"
    case .cache:
      "<ellipse cx=\"12\" cy=\"6\" rx=\"7.5\" ry=\"2.8\"/><path d=\"M4.5 6v12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8V6M13 10.4l-3.2 3.8h4.4L11 18\"/>"
    case .storage:
      "<ellipse cx=\"12\" cy=\"6.2\" rx=\"8\" ry=\"2.7\"/><path d=\"M4 6.4l2.1 12.4c.2 1.1 2.8 2 5.9 2s5.7-.9 5.9-2L20 6.4\"/>"
    case .search: "<circle cx=\"10.5\" cy=\"10.5\" r=\"6.5\"/><path d=\"M15.4 15.4l5.1 5.1\"/>"
    case .broker:
      "<ellipse cx=\"5.5\" cy=\"12\" rx=\"2.2\" ry=\"5.2\"/><path d=\"M5.5 6.8h13c1.2 0 2.2 2.3 2.2 5.2s-1 5.2-2.2 5.2h-13M10.5 12h2M15 12h2\"/>"
    case .topic:
      "<circle cx=\"5\" cy=\"12\" r=\"2.2\"/><path d=\"M7.2 12h10.6M7.2 11.2l10-5M7.2 12.8l10 5\"/><circle cx=\"19\" cy=\"5.4\" r=\"1.7\"/><circle cx=\"19.6\" cy=\"12\" r=\"1.7\"/><circle cx=\"19\" cy=\"18.6\" r=\"1.7\"/>"
    case .queue:
      "<rect x=\"2.6\" y=\"8\" width=\"5\" height=\"8\" rx=\"1\"/><rect x=\"9.5\" y=\"8\" width=\"5\" height=\"8\" rx=\"1\"/><rect x=\"16.4\" y=\"8\" width=\"5\" height=\"8\" rx=\"1\"/>"
    case .exchange:
      "<path d=\"M3 12h6l4-5.5h7M9 12l4 5.5h7M17.2 3.7l2.8 2.8-2.8 2.8M17.2 14.7l2.8 2.8-2.8 2.8\"/>"
    case .system:
      "<rect x=\"3.5\" y=\"3.5\" width=\"17\" height=\"17\" rx=\"2\"/><rect x=\"7\" y=\"7\" width=\"4\" height=\"4\"/><rect x=\"13\" y=\"7\" width=\"4\" height=\"4\"/><rect x=\"7\" y=\"13\" width=\"4\" height=\"4\"/><rect x=\"13\" y=\"13\" width=\"4\" height=\"4\"/>"
    case .machine:
      "<rect x=\"4\" y=\"4\" width=\"16\" height=\"7\" rx=\"1.5\"/><rect x=\"4\" y=\"13\" width=\"16\" height=\"7\" rx=\"1.5\"/><path d=\"M7.5 7.5h.01M7.5 16.5h.01M11 7.5h5.5M11 16.5h5.5\"/>"
    case .table:
      "<rect x=\"3.5\" y=\"4.5\" width=\"17\" height=\"15\" rx=\"1.5\"/><path d=\"M3.5 9.5h17M3.5 14.5h17M9.5 9.5v10\"/>"
    case .view:
      "<path d=\"M2.5 12c2.5-4.3 5.7-6.4 9.5-6.4s7 2.1 9.5 6.4c-2.5 4.3-5.7 6.4-9.5 6.4S5 16.3 2.5 12z\"/><circle cx=\"12\" cy=\"12\" r=\"2.8\"/>"
    case .enumeration: "<path d=\"M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.01M4 12h.01M4 18h.01\"/>"
    }
  }
}

extension Row.Key {
  /// The drawing in a square of 14, as SVG elements without colour.
  var shape: StaticString {
    switch self {
    case .primary: "<circle cx=\"4.4\" cy=\"7\" r=\"2.7\"/><path d=\"M7.1 7h5.7M10.2 7v2.3M12.6 7v1.8\"/>"
    case .foreign: "<path d=\"M3.2 10.8l7.2-7.2M5.2 3.4h5.4v5.4\"/>"
    case .unique: "<circle cx=\"7\" cy=\"7\" r=\"5.4\"/><path d=\"M5.1 4.4v3a1.9 1.9 0 0 0 3.8 0v-3\"/>"
    }
  }

  /// The family whose accent it takes.
  var family: Family {
    switch self {
    case .primary: .stores
    case .foreign: .fronts
    case .unique: .others
    }
  }
}

extension Mark.Kind {
  /// The drawing in a square of 14, as SVG elements without colour.
  var shape: StaticString {
    switch self {
    case .copied:
      "<rect x=\"4.8\" y=\"4.8\" width=\"7.4\" height=\"7.4\" rx=\"1.2\"/><path d=\"M9.4 2.9a1.2 1.2 0 0 0-1.1-1.1H3a1.2 1.2 0 0 0-1.2 1.2v5.3a1.2 1.2 0 0 0 1.1 1.1\"/>"
    case .derived: "<path d=\"M10.6 4.4V3H3.6L7.2 7l-3.6 4h7V9.6\"/>"
    case .snapshot:
      "<path d=\"M1.6 5.2c0-.7.5-1.2 1.2-1.2H4.6l.9-1.5h3L9.4 4h1.8c.7 0 1.2.5 1.2 1.2v5c0 .7-.5 1.2-1.2 1.2H2.8c-.7 0-1.2-.5-1.2-1.2z\"/><circle cx=\"7\" cy=\"7.6\" r=\"2\"/>"
    case .classified:
      "<path d=\"M1.6 7C3 4.7 4.8 3.5 7 3.5S11 4.7 12.4 7C11 9.3 9.2 10.5 7 10.5S3 9.3 1.6 7zM2.8 11.6l8.4-9.2\"/>"
    case .hashed: "<path d=\"M5.5 2.4L4.3 11.6M9.7 2.4L8.5 11.6M2.6 5.2h9.4M2 8.8h9.4\"/>"
    case .encrypted:
      "<rect x=\"2.8\" y=\"6.2\" width=\"8.4\" height=\"5.8\" rx=\"1.2\"/><path d=\"M4.6 6.2V4.5a2.4 2.4 0 0 1 4.8 0v1.7\"/>"
    }
  }

  /// The family whose accent it takes.
  var family: Family {
    switch self {
    case .copied, .derived, .snapshot: .stores
    case .classified, .hashed, .encrypted: .messages
    }
  }
}
