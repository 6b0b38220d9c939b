/** Addresses of the pages for subscribers, which the server makes for each request. From the root of the site. */
export const subscriptionPaths = {
  root: () => "/subscribe",
  confirm: (token: string) => `/subscribe/confirm/${token}`,
  manage: (token: string) => `/subscribe/manage/${token}`,
  export: (token: string) => `/subscribe/manage/${token}/export`,
  erase: (token: string) => `/subscribe/manage/${token}/erase`,
  push: () => "/subscribe/push",
  webhook: () => "/subscribe/webhook",
  leave: (token: string) => `/subscribe/leave/${token}`,
} as const;

/** Is this request for one of them? `url` as in a request line. */
export function isSubscriptionUrl(url: string): boolean {
  return /^\/subscribe(?:[/?]|$)/.test(url);
}
