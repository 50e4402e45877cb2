import type { SmsAnswer, SmsFeatures, OutgoingSms, SmsGateway } from '../sms-gateway.ts';
import { type Answer, type Http, type Request } from './ask.ts';
import { judgeNoAnswer } from './judge-status.ts';

/** What a gateway is for whoever sends, but for how it speaks. */
export interface GatewayTraits {
  readonly name: string;
  readonly kind: SmsGateway['kind'];
  readonly rate: number | null;
  readonly atOnce: number;
}

/** How a gateway speaks: one message is one request, and what it answers is judged. */
export interface GatewaySpeech {
  readonly features: SmsFeatures;
  readonly requestFor: (message: OutgoingSms, now: Date) => Request;
  readonly judge: (answer: Answer, now: Date) => SmsAnswer;
}

/** A gateway that takes one message by one request of HTTP. */
export function gatewayOverHttp(
  http: Http,
  { name, kind, rate, atOnce }: GatewayTraits,
  { features, requestFor, judge }: GatewaySpeech,
  clock: () => Date,
): SmsGateway {
  return {
    name,
    kind,
    perSecond: rate,
    atOnce,
    features,
    async send(message) {
      const answer = await http.ask(requestFor(message, clock()));
      return 'hasLeft' in answer ? judgeNoAnswer(answer, clock()) : judge(answer, clock());
    },
    close: () => http.close(),
  };
}

/** Of 46elks, Sinch and Twilio alike: none has a list of opt-outs to rely on. */
export const VENDOR_FEATURES: SmsFeatures = {
  statuses: true,
  inboundParts: 'whole',
  textSender: true,
  optOutList: 'none',
};
