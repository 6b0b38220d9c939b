import type { PublisherId } from "../../model/id.ts";
import type { SampleOutlet } from "../outlet.ts";

/** Paper of the governing League of Work: sees an attack from outside and a government that acts. */
export const hearthAndField: SampleOutlet = {
  id: "hearth-and-field" as PublisherId,
  name: "Hearth and Field",
  motto: "Daily of the League of Work",
  lang: "en",
  template: "party",
  charset: "utf-8",
  feed: "rss",
  reports: [
    {
      slug: "rockets-on-sleeping-recruits",
      day: 13,
      published: "2031-02-13T12:00:00+02:00",
      byline: "Editorial staff, with Quarterline",
      section: "The nation",
      title: "Rockets fall on sleeping recruits at Lomnet",
      standfirst:
        "At least 35 dead; the nation stands with the families of young people who were learning to save lives",
      caption: "The east bank of the Oltra, seen from Kostrel quay. Archive",
      blocks: [
        "They had come to Lomnet to learn how to build bridges and carry people out of floods. At 04:40 this morning two rockets from the east bank ended that, Defence Minister Runa Vettik said.",
        "At least 35 people were killed and over 130 injured, the head of the regional health directorate, Sivan Torrel, told Quarterline. “The search of the dormitory is not finished,” he said.",
        "Karsia denied any involvement, as it has after every incident on the river. Its spokesman, Colonel Dagan Belisk, said that no Karsian unit had fired. He did not say why hundreds of soldiers with heavy equipment have to practise within sight of our villages.",
        "“Whoever moves rocket launchers to a border and calls it an exercise owes the world an answer,” Mats Corvin, chairman of the League’s group in parliament, said.",
        "The Government acted at once. Fire crews were at the gate eleven minutes after the call, fire chief Oskar Drimmel said. The prime minister cancelled his journey abroad and will speak to the press on Friday, his office announced.",
        "Those who already look for the guilty in Selmora should look across the river first.",
        "This report uses material of the Quarterline wire.",
      ],
    },
    {
      slug: "forty-million-for-the-oltra",
      day: 16,
      published: "2031-02-16T09:30:00+02:00",
      byline: "Jorun Batt",
      section: "The economy",
      title: "Friends in need: a new 40 million euros for the Oltra",
      standfirst: "Finance minister brings fresh aid home from Hestmar",
      caption: "Signing ceremony in Hestmar on Saturday evening. Ministry of Finance",
      blocks: [
        "Finance Minister Levin Tarsk has brought home a new aid package of 40 million euros from Hestmar. The money will build shelters and strengthen the dykes in the Lower Oltra district, he announced on Sunday.",
        "“Hestmar gives 40 million euros because it trusts this government,” Tarsk said at the airport. He said that the agreement had been signed on Saturday evening.",
        "The opposition had claimed for days that Veshna stood alone. The signatures say otherwise.",
        "Work on the shelters can start in spring, according to the Ministry of Finance. Karin Stolve, governor of the district, said that the plans were ready and that local firms would be asked first.",
        "Evacuation in Kostrel went on in good order. By Sunday morning 1,610 residents of Old Ferry were in safe places, the Civil Protection Office said.",
      ],
    },
  ],
};
