/**
 * Why a delivery failed or is in doubt: stable codes, each with one plain sentence. A code is never renamed or reused;
 * the desk translates by code. Those of mail follow the enhanced status codes of RFC 3463 and its registry (RFC 5248).
 */
export const TROUBLE_CODES = {
  // any channel
  ADDRESS_INVALID: "The address is not one that this channel can reach.",
  SUSPENDED: "The address was refused for good before.",
  WORKER_DIED: "The program that was handing over stopped, so nobody knows whether it arrived.",
  INTERNAL: "The program failed while handing over.",
  NOT_SENT: "It was stopped before anything was sent.",
  ABORTED: "No answer came in time, so nobody knows whether it arrived.",
  ANSWER_LOST: "The connection broke before the answer came, so nobody knows whether it arrived.",
  ANSWER_UNREADABLE: "The answer made no sense, so nobody knows whether it arrived.",
  TOO_OFTEN: "It was tried as often as is reasonable.",
  ADDRESS_BLOCKED: "The recipient's server is at an address that is not public.",
  TLS_FAILED: "The connection to the recipient's server could not be made secure.",
  // mail: the mailbox
  MAILBOX_UNKNOWN: "There is no such mailbox.",
  MAILBOX_DISABLED: "The mailbox takes no messages any more.",
  MAILBOX_FULL: "The mailbox is full.",
  DOMAIN_UNKNOWN: "There is no mail server for the address.",
  ADDRESS_NEEDS_SMTPUTF8: "The address has letters that none of our mail relays can carry.",
  COMPLAINT: "The recipient marked the message as unwanted.",
  // mail: the message
  MESSAGE_TOO_LARGE: "The message is too large for the mailbox.",
  CONTENT_REFUSED: "The recipient's server refused what the message contains.",
  POLICY_REFUSED: "The recipient's server refused the message by its rules.",
  REFUSED: "The recipient's server refused the message without saying why.",
  // mail: the way
  LATER: "The recipient's server asked to try again later.",
  NETWORK: "The recipient's server could not be reached.",
  EXPIRED: "The recipient's server could not be reached for so long that the relay gave up.",
  MAIL_LOOP: "The message went round in circles.",
  RELAY_BUSY: "Our mail relay is busy.",
  RELAY_REFUSED: "Our mail relay refused to carry the message.",
  RELAY_AUTH: "Our mail relay refused the user or the password.",
  RELAY_TLS: "The connection to our mail relay could not be made secure.",
  RELAY_TIMEOUT: "Our mail relay did not answer in time.",
  RELAY_UNREACHABLE: "Our mail relay could not be reached.",
  RELAY_GARBAGE: "Our mail relay answered something that makes no sense.",
  RELAYS_DOWN: "None of our mail relays works at the moment.",
  // push
  ENDPOINT_GONE: "The browser has ended its subscription.",
  PUSH_KEY_REFUSED: "The push service does not accept our key for this subscription.",
  PUSH_TOO_LARGE: "The push service finds the message too large.",
  PUSH_TOO_LATE: "The message had lost its meaning before it could be handed over.",
  PUSH_REFUSED: "The push service refused the message.",
  PUSH_SERVICE_FAILED: "The push service has failed.",
  PUSH_SERVICE_RESTS: "The push service failed several times, so it is left alone for a while.",
  // programs
  REDIRECTED: "The recipient's server leads on to another address, which is not followed.",
  WEBHOOK_GONE: "The receiver says that it is gone for good.",
  WEBHOOK_FAILED: "The recipient's server has failed.",
  WEBHOOK_SLOW: "The recipient's server did not answer in time.",
  WEBHOOK_RESTS: "The recipient's server failed several times, so it is left alone for a while.",
  WEBHOOK_UNWANTED: "The receiver did not say that it wants our messages.",
  // our own broker and hub
  BROKER_REFUSED: "Our MQTT broker refused the message.",
  BROKER_AUTH: "Our MQTT broker refused the user, the password or the connection.",
  BROKER_UNREACHABLE: "Our MQTT broker could not be reached.",
  BROKER_SLOW: "Our MQTT broker did not answer in time.",
  HUB_REFUSED: "Our WebSub hub refused to be told of our feeds.",
  HUB_FAILED: "Our WebSub hub has failed.",
} as const;

export type TroubleCode = keyof typeof TROUBLE_CODES;
