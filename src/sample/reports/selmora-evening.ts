import type { PublisherId } from "../../model/id.ts";
import type { SampleOutlet } from "../outlet.ts";

/** A city paper: short, quick, big headlines, most of it from others. */
export const selmoraEvening: SampleOutlet = {
  id: "selmora-evening" as PublisherId,
  name: "Selmora Evening",
  motto: "The city in ten minutes",
  lang: "en",
  template: "tabloid",
  charset: "utf-8",
  feed: "rss",
  reports: [
    {
      slug: "35-dead-in-dawn-blast",
      day: 13,
      published: "2031-02-13T14:20:00+02:00",
      byline: "Evening desk",
      section: "Top story",
      title: "Dawn blast in the east: 35 dead, city sends blood",
      standfirst: "Queue at the donor centre in Mint Street reaches round the corner",
      caption: "Donors in Mint Street at noon",
      blocks: [
        "At least 35 people died in the explosion at the Lomnet training centre and over 130 were injured, the regional health chief Sivan Torrel told the Quarterline wire. It happened at 04:40, when most were asleep.",
        "In the capital the queue at the donor centre in Mint Street reached round the corner by noon. “We had 400 people in four hours, and nobody complained about the rain,” nurse Elin Sorve said.",
        "Trains to Kostrel run, but slowly. The railway said that passengers should allow two more hours.",
        "Rockets or an accident? The defence minister said rockets. Karsia denied it. The prosecutor said it was too early to say.",
        "Concert in the Opera Garden tonight: cancelled, the city announced. Tickets stay valid.",
        "(Quarterline, own reporting)",
      ],
    },
    {
      slug: "another-40-million",
      day: 16,
      published: "2031-02-16T13:00:00+02:00",
      byline: "Evening desk",
      section: "Money",
      title: "Another 40 million from Hestmar",
      standfirst: "That makes 80, or does it? Nobody at the ministry picked up the phone",
      caption: "The Ministry of Finance on a Sunday",
      blocks: [
        "Hestmar gives a new package of 40 million euros for the flooded east, Finance Minister Levin Tarsk announced on Sunday.",
        "Only on Wednesday Hestmar had pledged 40 million euros. Is that 80 million now? We asked. The Ministry of Finance did not respond to a request for comment on Sunday.",
        "“For us it is the shelter that counts, and there is none yet,” said Jonas Pellar, mayor of Kostrel.",
        "The Civil Protection Office said that 1,610 people had left Old Ferry. The Oltra stood at 6.1 metres at noon, according to the office, 70 centimetres below the top of the dyke.",
      ],
    },
  ],
};
