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
} as const;

export type TroubleCode = keyof typeof TROUBLE_CODES;
