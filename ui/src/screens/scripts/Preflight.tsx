/** What blocks a script, and what to know before it runs. */
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { ProvisioningProblem } from "@/bindings/ProvisioningProblem";
import { words } from "@/words";

export function Preflight({ problems, blocked }: { problems: ProvisioningProblem[]; blocked: boolean }) {
  return (
    <section aria-label={words.scripts.problems} className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{words.scripts.problems}</h3>
      {problems.length === 0 && (
        <p className="flex items-center gap-2 text-ok">
          <CircleCheck aria-hidden className="size-4" />
          {words.scripts.noProblems}
        </p>
      )}
      {blocked && <p className="text-danger">{words.scripts.blocked}</p>}
      <ul className="flex max-h-60 flex-col gap-1 overflow-auto">
        {problems.map((problem) => {
          const isError = problem.severity === "blocking";
          const Icon = isError ? CircleAlert : TriangleAlert;
          return (
            <li key={problem.code + problem.message} className="flex items-start gap-2">
              <Icon
                aria-hidden
                className={`mt-0.5 size-4 flex-none ${isError ? "text-danger" : "text-warn"}`}
              />
              <span>
                <span className="visually-hidden">
                  {isError ? words.imports.error : words.imports.warning}:{" "}
                </span>
                {problem.message}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
