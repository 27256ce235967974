import FuzzTargets
import Glibc

/// The target that `KISO_FUZZ_TARGET` names.
private let target: FuzzTarget = {
  let name = getenv("KISO_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("KISO_FUZZ_TARGET must be one of: " + FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
  }
  return target
}()

@_silgen_name("__lsan_disable")
private func disableLeakCheck()

@_silgen_name("__lsan_enable")
private func enableLeakCheck()

/// What libFuzzer calls once before it begins.
///
/// With the first word `targets` or `seeds` there is no fuzzing: so one build serves all three.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  // The leak checker does not know Swift's pointers with a tag in them, so all that lives as long as the process and is
  // reached by one would count as lost. What is read afterwards is checked.
  disableLeakCheck()
  let words = Array(CommandLine.arguments.dropFirst())
  switch words.first {
  case "targets": for target in FuzzTarget.allCases { print(target.rawValue) }
  case "seeds": Seeds.write(words)
  default:
    target.warmUp()
    enableLeakCheck()
    return 0
  }
  exit(0)
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
