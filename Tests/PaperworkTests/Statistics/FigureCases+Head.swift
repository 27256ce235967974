/// The rules that the heads of both statistics have by their fields.
let headCases: [FigureCase] = []
