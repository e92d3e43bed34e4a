import { parseCountTokens } from "../../core/chat/messages/count-tokens";
import { decodeBody } from "./decode-body";
import type { GatewayDeps } from "./deps";
import type { GatewayAnswer, GatewayRequest } from "./exchange";
