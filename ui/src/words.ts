/** Every word the screens say. English now; one catalogue, so that another language is one more object. */
import { acts } from "./words/activity";
import { carrierLists } from "./words/carrierLists";
import { carriers } from "./words/carriers";
import { delivery } from "./words/delivery";
import { discovery } from "./words/discovery";
import { costs, report } from "./words/discoveryReport";
import { files, siteFile } from "./words/files";
import { general } from "./words/general";
import { imports } from "./words/imports";
import { inventory } from "./words/inventory";
import { corrections, orderDocuments } from "./words/orderDocuments";
import { orderProposals } from "./words/orderProposals";
import { watch } from "./words/orderViews";
import { problems } from "./words/problems";
import { questionnaires } from "./words/questionnaires";
import { siteUses } from "./words/siteUses";
import { work } from "./words/work";

export { choicesOf, labels, orderStatusLabel } from "./words/labels";

export const words = {
  ...general,
  ...work,
  ...inventory,
  imports,
  ...delivery,
  ...carrierLists,
  orderProposals,
  orderDocuments,
  corrections,
  ...watch,
  carriers,
  discovery,
  problems,
  questionnaires,
  siteUses,
  files,
  siteFile,
  costs,
  report,
  acts,
} as const;
