import { deliveryTexts } from "../../src/deliver/messages.ts";
import { describeCatalogue } from "../publish/contract/catalogue.ts";

describeCatalogue("deliveries", deliveryTexts);
