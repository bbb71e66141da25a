import ArgumentParser
import DesignCompiler

/// Whether pictures of earlier runs are used again.
struct CacheChoice: ParsableArguments {
  @Flag(name: .customLong("no-cache"), help: "Draw every picture anew, and keep none for the next time.")
  var isOff = false

  /// Nil when nothing is to be kept, or can be.
  var store: PictureStore? { isOff ? nil : PictureDirectory.ofUser?.store }
}
