/** What became of each number, where an order does not move as a whole. */
import type { useForm } from "react-hook-form";
import type { PortOrderLine } from "@/bindings/PortOrderLine";
import { PhoneNumber } from "@/components/PhoneNumber";
import { choicesOf, labels, words } from "@/words";
import type { TransitionValues } from "./transitionValues";

interface OutcomeFieldsProps {
  numbers: PortOrderLine[];
  form: ReturnType<typeof useForm<TransitionValues>>;
}

export function OutcomeFields({ numbers, form }: OutcomeFieldsProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-small">{words.orders.outcomes}</legend>
      <div className="panel max-h-64 overflow-auto">
        <table className="table">
          <tbody>
            {numbers.map((line) => (
              <tr key={line.id}>
                <td>
                  <PhoneNumber number={line.e164} extension={line.extension} />
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={`${words.orders.outcome} ${line.e164}`}
                    {...form.register(`outcomes.${line.phoneNumberId}`)}
                  >
                    <option value="">{words.orders.chooseOutcome}</option>
                    {choicesOf(labels.numberChoice).map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
