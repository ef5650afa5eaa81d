import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useForm } from "react-hook-form";
import { describe, expect, it, vi } from "vitest";
import { refusal } from "@/test/fakeHost";
import { PortingStatusChip } from "./Chip";
import { ErrorNotice } from "./ErrorNotice";
import { SelectField, TextField } from "./Field";
import { FormDialog } from "./FormDialog";

describe("PortingStatusChip", () => {
  it("tells verified from ported by a check as well as by its word", () => {
    const { container, rerender } = render(<PortingStatusChip status="ported" />);
    expect(container.querySelector("svg")).toBeNull();
    rerender(<PortingStatusChip status="verified" />);
    expect(screen.getByText("Verified")).toBeInTheDocument();
    expect(container.querySelector("svg")).not.toBeNull();
  });
});

describe("ErrorNotice", () => {
  it("says what happened and what to do", () => {
    render(<ErrorNotice error={refusal("It is locked.", { hints: ["Close Excel.", "Try again."] })} />);
    const alert = screen.getByRole("alert");
    expect(alert).toHaveTextContent("It is locked.");
    expect(alert).toHaveTextContent("Close Excel.");
    expect(alert).toHaveTextContent("Try again.");
  });
});

describe("TextField", () => {
  it("ties its help and its error to the control", () => {
    render(<TextField label="PON" help="Left empty, one is made." error="Taken." />);
    const input = screen.getByRole("textbox", { name: "PON" });
    expect(input).toHaveAccessibleDescription("Left empty, one is made. Taken.");
    expect(input).toBeInvalid();
  });
});

function CarrierForm({ choices }: { choices: { value: string; label: string }[] }) {
  const { register } = useForm({ defaultValues: { carrier: "gtt" } });
  return <SelectField label="Carrier" emptyLabel="None" choices={choices} {...register("carrier")} />;
}

describe("SelectField", () => {
  it("keeps the form's value when its choices come later", () => {
    const { rerender } = render(<CarrierForm choices={[]} />);
    rerender(<CarrierForm choices={[{ value: "gtt", label: "GTT" }]} />);
    expect(screen.getByRole("combobox", { name: "Carrier" })).toHaveValue("gtt");
  });
});

function AddDialog({ onSubmit, onClose }: { onSubmit: () => Promise<unknown>; onClose: () => void }) {
  const form = useForm({ defaultValues: { name: "" } });
  const { errors } = form.formState;
  return (
    <FormDialog title="Add" submitLabel="Add it" form={form} onSubmit={onSubmit} onClose={onClose}>
      <TextField label="Name" {...form.register("name")} error={errors.name?.message} />
    </FormDialog>
  );
}

describe("FormDialog", () => {
  const press = async () => userEvent.setup().click(screen.getByRole("button", { name: "Add it" }));

  it("closes when it is done", async () => {
    const onClose = vi.fn();
    render(<AddDialog onSubmit={async () => {}} onClose={onClose} />);
    await press();
    expect(onClose).toHaveBeenCalledOnce();
  });
  it("shows an error at the field it names", async () => {
    const onClose = vi.fn();
    const onSubmit = () =>
      Promise.reject(refusal("Already taken.", { field: "name", hints: ["Choose another."] }));
    render(<AddDialog onSubmit={onSubmit} onClose={onClose} />);
    await press();
    expect(await screen.findByText("Already taken. Choose another.")).toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
  });
  it("shows any other error above the fields", async () => {
    render(<AddDialog onSubmit={() => Promise.reject(refusal("Not now."))} onClose={() => {}} />);
    await press();
    expect(await screen.findByRole("alert")).toHaveTextContent("Not now.");
  });
});
