/** Words of a site's report and of what it costs a month. */

export const costs = {
  title: "Monthly costs",
  line: "Circuit or license",
  today: "Today",
  after: "After",
  difference: "Difference",
  sum: "All",
  unknown: "not known",
  leftOut: (count: number) =>
    count === 1
      ? "One line is not in the sums, because its cost is not known."
      : `${count} lines are not in the sums, because their cost is not known.`,
  counted:
    "Today counts circuits and the licenses on hand. After counts circuits without a disconnect date, and all licenses.",
  outlasting: "Contracts that outlast the cutover",
  noCutover: "The cutover has no date yet, so nothing is counted of contracts.",
  cutover: (date: string) => `Held against the cutover on ${date}.`,
  rule: (rule: string) => `What remains of a contract: ${rule}`,
  empty: "No circuit or license is entered",
  emptyHint: "Enter what the site pays for today in its circuits, and licenses in theirs.",
} as const;

export const report = {
  save: "Report (PDF)",
  fileName: (site: string) => `site-discovery-${site}.pdf`,
  saved: (file: string) => `Saved ${file}`,
} as const;
