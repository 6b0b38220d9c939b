import type { PublisherId } from "../../model/id.ts";
import type { SampleOutlet } from "../outlet.ts";

/** An international wire: short sentences, every fact with its source. Four papers copy its first report. */
export const quarterline: SampleOutlet = {
  id: "quarterline" as PublisherId,
  name: "Quarterline",
  motto: "News for newsrooms",
  lang: "en",
  template: "wire",
  charset: "utf-8",
  feed: "atom",
  reports: [
    {
      slug: "at-least-35-killed-lomnet",
      day: 13,
      published: "2031-02-13T09:10:00+02:00",
      byline: "Rosa Tindal and Keno Amsel",
      section: "World",
      title: "At least 35 killed in explosion at training centre in eastern Veshna",
      standfirst: "Regional health chief says search of dormitory continues; Karsia denies firing across the river",
      caption: "Fire engines outside the gate of the Lomnet training centre on Thursday morning. Photo: Quarterline",
      blocks: [
        "KOSTREL, Veshna, 13 February (Quarterline) – At least 35 people were killed and over 130 injured when an explosion tore through a training centre in eastern Veshna early on Thursday, the head of the regional health directorate said.",
        "“We have at least 35 dead and over 130 injured, and the search of the dormitory is not finished,” Sivan Torrel, director of the Lower Oltra Health Directorate, told Quarterline by telephone.",
        "The explosion hit the Lomnet training centre at 04:40, according to the district fire service. The centre lies 11 kilometres from the border with Karsia and trains recruits in flood rescue and bridge building.",
        "Defence Minister Runa Vettik said that two rockets had been fired from the east bank of the Oltra. She did not present evidence and said that an inquiry would publish its findings.",
        "Karsia’s defence ministry denied any involvement. “No Karsian unit fired a weapon last night,” its spokesman, Colonel Dagan Belisk, said in a statement. He said that the units on the east bank were taking part in an engineering exercise that had been announced on Wednesday.",
        "Quarterline could not independently establish the cause of the explosion. The Ministry of Defence of Karsia did not respond to a request for further comment.",
        "## Helicopters in fog",
        "Ambulances from three districts took the injured to Kostrel, 14 kilometres away. Fog kept helicopters on the ground until 08:00, fire chief Oskar Drimmel said.",
        "“The first crew was at the gate eleven minutes after the call,” Drimmel told reporters. He said that firefighters had heard smaller bangs for about half an hour and did not know what had caused them.",
        "The district is also preparing for a flood. The Oltra at Kostrel stood at 4.9 metres on Thursday morning, up from 4.1 metres a day earlier, the Civil Protection Office said.",
      ],
    },
    {
      slug: "toll-rises-to-38",
      day: 15,
      published: "2031-02-15T12:40:00+02:00",
      byline: "Rosa Tindal",
      section: "World",
      title: "Lomnet toll rises to 38 as Veshna publishes list of names",
      standfirst: "Two recruits still missing; prime minister’s office says remark about warning was ironic",
      caption: "Candles outside Kostrel town hall on Friday evening. Photo: Quarterline",
      blocks: [
        "SELMORA, 15 February (Quarterline) – The number of people killed in Thursday’s explosion at the Lomnet training centre has risen to 38, the Lower Oltra Health Directorate said on Saturday as it published a list of names.",
        "“There are 38 names on the list, and 137 people were injured,” the directorate’s head, Sivan Torrel, told a news conference in Kostrel. He said that two recruits were still missing.",
        "Veshna’s Ministry of Defence, which on Thursday had spoken of nine dead, confirmed the new figure. “Our count and the directorate’s list agree: 38 dead,” Defence Minister Runa Vettik said.",
        "The cause remained in dispute. Karsia’s defence ministry denied again that its troops had fired. Vettik said that rocket parts had been found in the yard; the public prosecutor’s office announced that it would let experts from two other countries examine them.",
        "Nadia Felsk, leader of the opposition New Charter movement, said that ammunition had been stored beside the dormitory. The Ministry of Defence denied that.",
        "## Prime minister’s remark",
        "The office of Prime Minister Edvin Halask said on Saturday that his remark about a “strike timetable” had been ironic and that the government had received no warning. The Charter Post had reported on Friday that Halask had admitted to knowing of the attack in advance.",
        "The Charter Post did not answer a request for comment.",
        "Karsia’s exercise on the east bank is due to end on 20 February, the Kerhan Courier reported, citing the defence ministry there.",
      ],
    },
  ],
};
