/** What a problem's button says that mends it. */
import type { ProblemFix } from "@/bindings/ProblemFix";
import { formatDateShort } from "@/format";
import { labels } from "@/words";

export function fixWords(fix: ProblemFix): string {
  switch (fix.kind) {
    case "set_disposition":
      return `Set to ${labels.disposition[fix.disposition].toLowerCase()}`;
    case "set_usage":
      return `Set usage to ${labels.numberUsage[fix.usage].toLowerCase()}`;
    case "set_losing_account":
      return "Set the losing account";
    case "take_back":
      return "Take back from the holder";
    case "take_out":
      return "Take out of the order";
    case "set_desired_date":
      return `Ask for ${formatDateShort(fix.date)}`;
    case "set_scope":
      return `Make it ${labels.portScope[fix.scope].toLowerCase()}`;
    case "clear_new_btn":
      return "Clear the new BTN";
    case "split_order":
      return `Split at ${fix.most}`;
  }
}
