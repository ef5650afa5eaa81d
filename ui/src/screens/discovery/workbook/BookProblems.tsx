/** What is wrong with a workbook that came back: where, why, and what to do. */
import { CircleAlert, TriangleAlert } from "lucide-react";
import type { BookProblem } from "@/bindings/BookProblem";
import { Section } from "@/components/Page";
import { words } from "@/words";
import { placeOf } from "./decisions";

const book = words.discovery.workbook;

export function BookProblems({ problems }: { problems: BookProblem[] }) {
  if (problems.length === 0) return null;
  const isHeld = problems.some(({ severity }) => severity === "error");
  return (
    <Section title={book.problems} flush>
      {isHeld && (
        <p role="alert" className="border-line border-b px-3 py-2 text-danger">
          {book.problemsHelp}
        </p>
      )}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{book.place}</th>
            <th scope="col">{book.problem}</th>
            <th scope="col">{book.remedy}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one cell may have two problems, and the list is never reordered
            <tr key={index} className="[&>td]:py-1.5 [&>td]:align-top">
              <td className="number">{placeOf(problem.sheet, problem.cell) || book.wholeBook}</td>
              <td>
                <span className="flex items-start gap-1.5">
                  <SeverityMark isError={problem.severity === "error"} />
                  <span className="wrap-anywhere min-w-0">{problem.text}</span>
                </span>
              </td>
              <td>{problem.remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function SeverityMark({ isError }: { isError: boolean }) {
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <>
      <Icon aria-hidden className={`mt-0.5 size-4 flex-none ${isError ? "text-danger" : "text-warn"}`} />
      <span className="visually-hidden">{isError ? book.error : book.warning}</span>
    </>
  );
}
