/** What became of each number, where an order does not move as a whole. Extensions share it with their number. */
import type { useForm } from "react-hook-form";
import type { NumberChoice } from "@/bindings/NumberChoice";
import type { PortOrderLine } from "@/bindings/PortOrderLine";
import { PhoneNumber } from "@/components/PhoneNumber";
import { choicesOf, labels, words } from "@/words";
import type { TransitionValues } from "./transitionValues";

interface OutcomeFieldsProps {
  numbers: PortOrderLine[];
  form: ReturnType<typeof useForm<TransitionValues>>;
}

export function OutcomeFields({ numbers, form }: OutcomeFieldsProps) {
  function setOthers(choice: NumberChoice) {
    for (const { phoneNumberId } of numbers) {
      if (form.getValues(`outcomes.${phoneNumberId}`) === "") {
        form.setValue(`outcomes.${phoneNumberId}`, choice, { shouldDirty: true });
      }
    }
  }
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
                    <Choices />
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {numbers.length > 1 && (
        <label className="mt-2 flex items-center justify-end gap-2 text-small">
          {words.orders.allOutcomes}
          <select
            className="input w-44"
            value=""
            onChange={(event) => event.target.value && setOthers(event.target.value as NumberChoice)}
          >
            <Choices />
          </select>
        </label>
      )}
    </fieldset>
  );
}

function Choices() {
  return (
    <>
      <option value="">{words.orders.chooseOutcome}</option>
      {choicesOf(labels.numberChoice).map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}
