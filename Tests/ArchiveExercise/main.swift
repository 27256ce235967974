// Uses an archive the way several offices together never would, and checks it after every kill -9.
//
// archive-exercise torture FOLDER OPERATION ROUNDS SEED   spawns `work`, kills it, checks; status 1 on a violation
// archive-exercise faults FOLDER OPERATION STRIDE         fails every STRIDEth system call; status 1 on a violation
// archive-exercise work FOLDER OPERATION SEED             does one operation after another until it is killed
// archive-exercise once FOLDER OPERATION                  does one operation, for faults of the system
// archive-exercise make FOLDER OPERATION                  makes what `once` works on
// archive-exercise check FOLDER OPERATION                 whether everything that was acknowledged is there
// archive-exercise write FOLDER COUNT NAME                stores COUNT papers beside others who do the same
// archive-exercise dates - COUNT                         random legal periods with their ends
import Files
import FormModel
import Glibc
import RecordArchive

let words = CommandLine.arguments
guard words.count >= 4 else {
  print("archive-exercise torture|faults|work|once|make|check|write FOLDER OPERATION …")
  exit(64)
}
if words[1] == "dates" {
  Dates.write(count: Int(words[3]) ?? 0)
  exit(0)
}
let exercise = try Exercise(folder: words[2], operation: words[3])
switch words[1] {
case "torture":
  var torture = Torture(exercise, rounds: Int(words[4]) ?? 1, seed: UInt64(words[5]) ?? 1)
  exit(try torture.run())
case "faults": exit(try Faults(exercise, stride: Int(words[4]) ?? 1).run())
case "work": try exercise.work(seed: UInt64(words[4]) ?? 1)
case "make": try exercise.make()
case "once": exit(exercise.once())
case "check": exit(try exercise.check(Acknowledged(file: exercise.path("bestaetigt"))).isEmpty ? 0 : 1)
case "write": try exercise.write(count: Int(words[3]) ?? 1, name: words[4])
default: exit(64)
}
