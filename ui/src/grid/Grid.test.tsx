import { createEvent, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { Grid } from "./Grid";
import { sourceOf } from "./sourceOf";
import type { CellEdit, CellProblem, GridColumn, SortState } from "./types";
import { useGridColumns } from "./useGridColumns";

interface Row {
  id: string;
  revision: number;
  number: string;
  kind: string;
}

const rows: Row[] = Array.from({ length: 500 }, (_, index) => ({
  id: `n${index}`,
  revision: 1,
  number: `+1214555${String(1000 + index)}`,
  kind: "User",
}));
const choices = [
  { value: "user", label: "User" },
  { value: "fax", label: "Fax" },
];
const columns: GridColumn<Row>[] = [
  { id: "number", header: "Number", width: 120, text: (row) => row.number, sortable: true },
  { id: "kind", header: "Type", width: 90, text: (row) => row.kind, editor: { kind: "select", choices } },
  { id: "notes", header: "Notes", width: 120, text: () => "", editor: { kind: "text" } },
];
const source = sourceOf(rows);
const noSort: SortState[] = [];

interface HarnessProps {
  onCommitCells?: (edits: CellEdit[]) => Promise<CellProblem[]>;
  onSort?: (sort: SortState[]) => void;
  onPasteText?: (text: string, column: string | undefined) => boolean;
}

function Harness({ onCommitCells, onSort, onPasteText }: HarnessProps) {
  const table = useGridColumns({ name: "test", columns, sort: noSort, onSort: onSort ?? (() => {}) });
  return (
    <Grid
      label="Numbers"
      source={source}
      table={table}
      columns={columns}
      onCommitCells={onCommitCells}
      onPasteText={onPasteText}
      marks={(row, column) =>
        row.id === "n1" && column === "number" ? { severity: "error", reason: "Not a number." } : undefined
      }
    />
  );
}

/** jsdom lays nothing out, so the window of the grid is given a size. */
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 800 });
  HTMLElement.prototype.scrollTo = () => {};
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

function open(props: HarnessProps = {}) {
  render(<Harness {...props} />);
  const grid = screen.getByRole("grid", { name: "Numbers" });
  grid.focus();
  const active = () => document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
  return { grid, active, user: userEvent.setup() };
}

describe("Grid", () => {
  it("draws a window of the rows and tells how many there are", () => {
    const { grid } = open();
    expect(grid).toHaveAttribute("aria-rowcount", "501");
    const drawn = screen.getAllByRole("row").length;
    expect(drawn).toBeGreaterThan(20);
    expect(drawn).toBeLessThan(122);
  });

  it("moves the active cell with the arrows and reads its mark aloud", async () => {
    const { active, user } = open();
    await user.keyboard("{ArrowDown}");
    expect(active()).toHaveTextContent("+12145551001");
    expect(screen.getByRole("status")).toHaveTextContent("Not a number.");
    await user.keyboard("{ArrowRight}");
    expect(active()).toHaveTextContent("User");
  });

  it("sorts from the header with the keyboard", async () => {
    const onSort = vi.fn();
    const { user } = open({ onSort });
    await user.keyboard("{ArrowUp}{Enter}");
    expect(onSort).toHaveBeenCalledWith([{ column: "number", descending: false }]);
  });

  it("commits what was typed and moves on", async () => {
    const onCommitCells = vi.fn(async (_edits: CellEdit[]): Promise<CellProblem[]> => []);
    const { active, user } = open({ onCommitCells });
    await user.keyboard("{ArrowRight}{ArrowRight}Desk 4{Enter}");
    await waitFor(() => expect(onCommitCells).toHaveBeenCalledOnce());
    expect(onCommitCells.mock.calls[0]?.[0]).toEqual([
      { rowId: "n0", revision: 1, column: "notes", value: "Desk 4" },
    ]);
    expect(active()).toHaveAttribute("aria-colindex", "4");
  });

  it("leaves the cell alone on Escape", async () => {
    const onCommitCells = vi.fn(async () => []);
    const { grid, user } = open({ onCommitCells });
    await user.keyboard("{ArrowRight}{ArrowRight}x{Escape}");
    expect(onCommitCells).not.toHaveBeenCalled();
    expect(grid).toHaveFocus();
  });

  it("keeps a refused text in its cell with the reason", async () => {
    const { user } = open({ onCommitCells: async () => [{ index: 0, message: "Too long." }] });
    await user.keyboard("{ArrowRight}{ArrowRight}long{Enter}");
    const cell = await screen.findByRole("gridcell", { name: "long" });
    expect(cell).toHaveAttribute("title", "Too long.");
    expect(cell).toHaveTextContent("long");
    expect(cell).toHaveAttribute("aria-invalid", "true");
  });

  it("pastes a block as one change and skips read-only cells", async () => {
    const onCommitCells = vi.fn(async (_edits: CellEdit[]): Promise<CellProblem[]> => []);
    const { grid } = open({ onCommitCells });
    paste(grid, "+1\tFax\ta\n+2\tUser\tb\n");
    await waitFor(() => expect(onCommitCells).toHaveBeenCalledOnce());
    const edits = onCommitCells.mock.calls[0]?.[0].map(
      ({ rowId, column, value }) => `${rowId}.${column}=${value}`,
    );
    expect(edits).toEqual(["n0.kind=fax", "n0.notes=a", "n1.notes=b"]);
    expect(await screen.findAllByText(/cells stored/)).not.toHaveLength(0);
  });

  it("leaves a paste alone that the screen takes care of", async () => {
    const onCommitCells = vi.fn(async (_edits: CellEdit[]): Promise<CellProblem[]> => []);
    const onPasteText = vi.fn((text: string) => text.startsWith("+1"));
    const { grid } = open({ onCommitCells, onPasteText });
    paste(grid, "+1\tFax");
    paste(grid, "x\tFax");
    expect(onPasteText.mock.calls).toEqual([
      ["+1\tFax", "number"],
      ["x\tFax", "number"],
    ]);
    await waitFor(() => expect(onCommitCells).toHaveBeenCalledOnce());
  });

  it("copies the selection as text and as HTML", () => {
    const { grid } = open();
    fireEvent.keyDown(grid, { key: "ArrowDown", shiftKey: true });
    fireEvent.keyDown(grid, { key: "ArrowRight", shiftKey: true });
    const copied = new Map<string, string>();
    const event = createEvent.copy(grid);
    Object.defineProperty(event, "clipboardData", { value: { setData: copied.set.bind(copied) } });
    fireEvent(grid, event);
    expect(copied.get("text/plain")).toBe("+12145551000\tUser\r\n+12145551001\tUser");
    expect(copied.get("text/html")).toContain("mso-number-format");
  });

  it("does not trap Tab at its last cell", () => {
    const { grid } = open();
    fireEvent.keyDown(grid, { key: "End", ctrlKey: true });
    const event = createEvent.keyDown(grid, { key: "Tab" });
    fireEvent(grid, event);
    expect(event.defaultPrevented).toBe(false);
  });
});

function paste(grid: HTMLElement, text: string) {
  const event = createEvent.paste(grid);
  Object.defineProperty(event, "clipboardData", { value: { getData: () => text } });
  fireEvent(grid, event);
}
