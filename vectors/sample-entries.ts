import type { Entry } from "../src/model/entry.ts";

const SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const statement = {
  id: "s1",
  version: 1,
  section: "situation",
  kind: "known",
  text: { en: "At least 35 people were injured.", ar: "أصيب ما لا يقل عن 35 شخصًا." },
  asOf: "2031-03-03T12:20:00Z",
  grade: { reliability: "B", credibility: 2 },
  evidence: [
    {
      report: {
        id: "r0123456789abcdef",
        version: 2,
        publisher: "northern-wire",
        publisherName: "Northern Wire",
        title: "35 hurt in Karsk “at least” – ministry",
        byline: "",
        url: "https://wire.example/a?b=c&d=é",
        language: "en",
        publishedAt: "2031-03-03T11:00:00Z",
        retrievedAt: "2031-03-03T11:05:09Z",
        sha256: SHA,
      },
      source: "Ilan Dorn, Ministry of Health",
      quote: "“At least 35 were injured,” Dorn said.\n\nHe gave no names. 🚑",
      mode: "mixed",
      carriers: ["The Gazette"],
      origin: "Ministry of Health",
      stance: "says",
      figure: {
        kind: "casualties",
        value: 35,
        max: null,
        unit: null,
        qualifier: "at-least",
        counts: "injured",
        text: "at least 35 were injured",
      },
    },
  ],
  area: { en: "Karsk" },
  replyRequests: ["y1"],
} as const;

const entry = (kind: string, id: string, minute: number, role: string, payload: unknown): Entry =>
  ({ id, kind, time: `2031-03-03T12:${String(minute).padStart(2, "0")}:00Z`, role, payload }) as unknown as Entry;

/** One valid entry of each kind; together a small record without its last part. */
export const sampleEntries: readonly Entry[] = [
  entry("office", "office:0", 0, "administrator", {
    name: { en: "Information Office", ar: "مكتب الإعلام" },
    languages: ["en", "ar"],
    timeZone: "Europe/Kyiv",
    baseUrl: "https://tocsin.example",
    contact: "desk@tocsin.example",
    about: {},
  }),
  entry("publisher", "publisher:northern-wire:1", 1, "editor", {
    id: "northern-wire",
    name: "Northern Wire",
    country: "XA",
    ownerGroup: "",
    affiliation: "",
    home: "https://wire.example",
    reliability: "B",
    reason: { en: "Corrects its mistakes in the open." },
  }),
  entry("reply-request", "reply-request:y1:1", 2, "editor", {
    id: "y1",
    version: 1,
    to: "Ministry of Health of Veshna",
    question: { en: "How many people were injured?" },
    askedAt: "2031-03-03T11:30:00Z",
    outcome: "waiting",
    answer: {},
    answeredAt: null,
  }),
  entry("statement", "statement:s1:1", 30, "editor", statement),
  entry("edition", "edition:1", 31, "editor", {
    number: 1,
    asOf: "2031-03-03T12:30:00Z",
    nextUpdate: "2031-03-03T18:00:00Z",
    glance: [{ en: "At least 35 people were injured." }],
    statements: [{ id: "s1", version: 1 }],
    languages: ["en", "ar"],
  }),
  entry("correction", "correction:k1", 40, "approver", {
    id: "k1",
    kind: "correction",
    statement: "s1",
    fromVersion: 1,
    wrong: { en: "At least 35 people were injured." },
    right: { ...statement, version: 2, text: { en: "At least 33 people were injured." }, evidence: [] },
    reason: { en: "Two people had been counted twice." },
    editions: [1],
  }),
  entry("correction", "correction:k2", 41, "approver", {
    id: "k2",
    kind: "withdrawal",
    statement: "s1",
    fromVersion: 2,
    wrong: { en: "At least 33 people were injured." },
    right: null,
    reason: { en: "The ministry took its figures back." },
    editions: [],
  }),
  entry("publication", "publication:1", 42, "system", {
    number: 1,
    size: 7,
    at: "2031-03-03T12:41:00Z",
    manifest: SHA,
    files: 3,
    renderer: "tocsin 0.1.0",
  }),
];
