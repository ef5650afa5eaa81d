/** Customer, carrier and status, for every view of the orders. */
import { useNavigate } from "@tanstack/react-router";
import { Button } from "@/components/Button";
import { formatCount } from "@/format";
import { choicesOf, labels, words } from "@/words";
import { type FilterChoices, isFiltered, type OrderSearch } from "./orderFilter";

const say = words.orderViews;

interface OrderFiltersProps {
  search: OrderSearch;
  choices: FilterChoices;
  shown: number;
  all: number;
}

export function OrderFilters({ search, choices, shown, all }: OrderFiltersProps) {
  const navigate = useNavigate();
  const set = (change: Partial<OrderSearch>) =>
    navigate({ to: "/orders", search: { ...search, ...change }, replace: true });
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{say.filters}</legend>
      <Choice
        label={say.customer}
        all={say.allCustomers}
        choices={choices.customers}
        value={search.customer}
        onChange={(customer) => set({ customer })}
      />
      <Choice
        label={words.orders.carrier}
        all={say.allCarriers}
        choices={choices.carriers}
        value={search.carrier}
        onChange={(carrier) => set({ carrier })}
      />
      <Choice
        label={words.orders.status}
        all={say.allStatuses}
        choices={choicesOf(labels.portOrderStatus)}
        value={search.status}
        onChange={(status) => set({ status: status as OrderSearch["status"] })}
      />
      {isFiltered(search) && (
        <>
          <span className="text-muted text-small" role="status">
            {say.shown(formatCount(shown), formatCount(all))}
          </span>
          <Button
            tone="quiet"
            onClick={() => set({ customer: undefined, carrier: undefined, status: undefined })}
          >
            {say.clear}
          </Button>
        </>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  choices: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Choice({ label, all, choices, value, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      className="input order-filter"
      value={value ?? ""}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
