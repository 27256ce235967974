@main
struct Kiso {
  static func main() {}
}
