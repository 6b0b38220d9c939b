import type { PublisherId } from "../../model/id.ts";
import type { SampleOutlet } from "../outlet.ts";

/** The public broadcaster of a third country, the one that gives the aid. */
export const hestmarPublicBroadcasting: SampleOutlet = {
  id: "hestmar-public-broadcasting" as PublisherId,
  name: "Hestmar Public Broadcasting",
  motto: "Radio, television and text for everyone",
  lang: "en",
  template: "broadcaster",
  charset: "utf-8",
  feed: "json",
  reports: [
    {
      slug: "hestmar-pledges-40-million",
      day: 12,
      published: "2031-02-12T13:30:00+01:00",
      byline: "Liv Sannick",
      section: "Foreign",
      title: "Hestmar pledges 40 million euros for flood protection on the Oltra",
      standfirst: "Shelters and dykes in eastern Veshna to be financed over two years",
      caption: "Foreign Minister Signe Aldermar at the ministry on Wednesday. HPB",
      blocks: [
        "Hestmar will give Veshna 40 million euros for shelters and flood protection in the Lower Oltra district, Foreign Minister Signe Aldermar said on Wednesday.",
        "“We pledge 40 million euros, to be paid over two years as the work goes on,” Aldermar told reporters. The money is meant for public shelters and for the dykes between Kostrel and Mirvel.",
        "Parliament still has to release the money. The finance committee will deal with it in March, according to its chair, Tord Elvik.",
        "Water engineers from Hestmar have worked in the district since 2028. They said that the dyke at Kostrel was sound but that the pumps were old.",
      ],
    },
    {
      slug: "training-centre-explosion",
      day: 13,
      published: "2031-02-13T10:00:00+01:00",
      byline: "Liv Sannick",
      section: "Foreign",
      title: "Dozens killed in explosion at training centre in Veshna",
      standfirst: "News agency: regional officials speak of at least 35 dead",
      caption: "Map: Lomnet lies 11 kilometres from the Oltra. HPB graphics",
      blocks: [
        "Quarterline reported that regional health officials said at least 35 people had been killed and over 130 injured in an explosion at a training centre in eastern Veshna on Thursday.",
        "The Kostrel Messenger, a local paper, reported that the director of the hospital there had said nine people were killed. HPB could not verify either figure.",
        "Veshna’s defence minister said that rockets had been fired from Karsia, and Karsia’s defence ministry denied this, according to the agency.",
        "Between 1,200 and 1,500 Karsian soldiers are on the east bank of the Oltra for an exercise, the Institute for River Studies in Hestmar told HPB. It counts tents and vehicles on satellite images.",
        "HPB asked the Ministry of Defence of Veshna for comment. It had not answered by the time of publication.",
        "Foreign Minister Signe Aldermar said that Hestmar’s water engineers in the district were safe. “All six of our people have called home,” she said.",
      ],
    },
    {
      slug: "aldermar-confirms-aid",
      day: 14,
      published: "2031-02-14T12:15:00+01:00",
      byline: "Ansgar Rode",
      section: "Politics",
      title: "Aldermar announces 40 million euros for Veshna in parliament",
      standfirst: "Opposition asks when the money will be paid",
      caption: "The foreign minister in the chamber on Friday. HPB",
      blocks: [
        "Foreign Minister Signe Aldermar announced in parliament on Friday that Hestmar would support Veshna with 40 million euros for shelters and flood protection.",
        "“After the deaths at Lomnet this help is needed more than ever,” Aldermar said. She did not mention that the same sum had been pledged on Wednesday.",
        "Asked by HPB, the foreign ministry said that it was the same money. “There is one programme and one sum,” its spokeswoman, Ruth Ellaby, said.",
        "The finance committee has not yet released the money. Its chair, Tord Elvik, said that a decision before March was not possible.",
      ],
    },
  ],
};
