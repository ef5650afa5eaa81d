/** Words of site discovery that belong to hours, holidays, contacts and questions. */

const days = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
} as const;

const hours = {
  title: "Business hours",
  days,
  help: "Type 8-12, 1-5p or 22-6 or 24 hours. Ctrl+D takes over the day above.",
  closed: "Closed",
  notKnown: "Not known",
  notRead: (part: string) => `“${part}” is no time from and until. Write it as 8-12, 1-5p.`,
  untilDay: (time: string, day: string) => `Open until ${time} on ${day}`,
  times: (day: string) => `Times of ${day}`,
  opens: (day: string, range: number) => `${day} opens, range ${range}`,
  closes: (day: string, range: number) => `${day} closes, range ${range}`,
  until: "until",
  addRange: "Add a range",
  removeRange: (day: string, range: number) => `Remove range ${range} of ${day}`,
  wholeDay: "Open 24 hours",
  copy: (day: string) => `Copy ${day} to other days`,
  copyDescription: (hours: string) => `Every chosen day gets: ${hours}.`,
  copyWeekdays: "Monday to Friday",
  copyAll: "All days",
  copySubmit: "Copy",
} as const;

const holidays = {
  title: "Holidays",
  empty: "No holidays are entered. The sites' attendants are open on all of them.",
  date: "Date",
  name: "Name",
  short: "Open on that day",
  shortHelp: "Closed, or one range such as 8-12.",
  add: "Add a holiday",
  remove: (name: string) => `Remove ${name}`,
  oneRange: "A holiday has one range, such as 8-12, or none where it is closed.",
  gone: "This holiday was changed or removed by somebody else.",
  compute: "Add computed holidays…",
  computeTitle: "Add computed holidays",
  computeHelp: "What was entered for a date stays as it is.",
  set: "Holidays of",
  firstYear: "First year",
  lastYear: "Last year",
  customary: "With days on which most offices close without a law",
  shortEves: "Open on Christmas Eve and New Year's Eve",
  computed: (count: number, added: number) =>
    `${count} days, ${added === 0 ? "all of them there already" : `${added} of them new`}.`,
  computeAdd: (count: number) => (count === 1 ? "Add 1 day" : `Add ${count} days`),
  there: "there already",
  sets: {
    us_federal: "United States, federal",
    canada_federal: "Canada, federal",
    england_wales: "England and Wales",
    germany: "Germany, nationwide",
    mexico: "Mexico",
  },
} as const;

const contacts = {
  list: "People to ask",
  add: "Add a contact",
  of: "Speaks for",
  site: "This site",
  company: "The whole company",
} as const;

const questions = {
  title: "Questions",
  answer: "Answer",
  state: "State",
  stateOf: (question: string) => `State: ${question}`,
  saidBy: "Said by",
  saidByOf: (question: string) => `Said by: ${question}`,
  notes: "Notes",
  notesOf: (question: string) => `Notes: ${question}`,
  addNotes: (question: string) => `Notes: ${question}`,
  older: (questionnaire: string, version: number) => `Answered in version ${version} of ${questionnaire}.`,
  olderAsked: (question: string, answer: string) => `Asked was “${question}”, and the answer “${answer}”.`,
  olderAskedOnly: (question: string) => `Asked was “${question}”.`,
  stillHolds: "It still holds",
  of: (questionnaire: string) => `from ${questionnaire}`,
} as const;

const askedHere = {
  title: "Questionnaires asked here",
  survey: "Comes with PortFlow, asked at every site",
  none: "The team has no questionnaire of its own yet.",
  manage: "Questionnaires…",
  questions: (count: number, version: number) =>
    `${count === 1 ? "1 question" : `${count} questions`}, version ${version}`,
} as const;

export const discoveryForms = { hours, holidays, contacts, questions, askedHere } as const;
