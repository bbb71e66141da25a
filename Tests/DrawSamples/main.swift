// Draws the sample diagrams for the eye, and writes their graphs: `swift run DrawSamples DIRECTORY [NAME…]`. Prints what each took.
import DesignLayout
import DesignPaint
import DiagramSamples
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let directory = arguments.first else {
  print("usage: DrawSamples DIRECTORY [NAME…]")
  exit(64)
}
let names = arguments.dropFirst()
let samples = names.isEmpty ? DiagramSample.all : names.compactMap(DiagramSample.named)
let clock = ContinuousClock()
try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
for sample in SequenceSample.all where names.isEmpty || names.contains(sample.name) {
  try Data(paintSVG(layout(sample.sequence))).write(
    to: URL(fileURLWithPath: "\(directory)/\(sample.name).svg"))
}
for sample in samples {
  let start = clock.now
  let drawing = try layout(sample.diagram)
  let placed = clock.now
  let bytes = paintSVG(drawing)
  let painted = clock.now
  try Data(bytes).write(to: URL(fileURLWithPath: "\(directory)/\(sample.name).svg"))
  try Data(paintDOT(sample.diagram)).write(to: URL(fileURLWithPath: "\(directory)/\(sample.name).dot"))
  func milliseconds(_ duration: Duration) -> Double {
    (Double(duration.components.attoseconds) / 1e13).rounded() / 100 + Double(duration.components.seconds)
      * 1000
  }
  print(
    "\(sample.name): \(Int(drawing.size.width))×\(Int(drawing.size.height))",
    "layout \(milliseconds(placed - start)) ms, paint \(milliseconds(painted - placed)) ms,",
    Measures(drawing))
}
