// Draws the sample diagrams for the eye: `swift run DrawSamples DIRECTORY [NAME…]`. Prints what each took.
import DesignLayout
import DesignPaint
import DiagramSamples
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let directory = arguments.first else {
  print("usage: DrawSamples DIRECTORY [NAME…]")
  exit(64)
}
let names = Set(arguments.dropFirst())
let clock = ContinuousClock()
try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
for sample in DiagramSample.all where names.isEmpty || names.contains(sample.name) {
  let start = clock.now
  let drawing = try layout(sample.diagram)
  let placed = clock.now
  let bytes = paintSVG(drawing)
  let painted = clock.now
  try Data(bytes).write(to: URL(fileURLWithPath: "\(directory)/\(sample.name).svg"))
  print(
    sample.name, "\(Int(drawing.size.width))×\(Int(drawing.size.height))", "layout", placed - start, "paint",
    painted - placed, bytes.count, "bytes")
}
