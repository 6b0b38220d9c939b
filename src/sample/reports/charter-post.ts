import type { PublisherId } from "../../model/id.ts";
import type { SampleOutlet } from "../outlet.ts";

/** Paper of the opposition New Charter movement: sees a government that hides its failures. */
export const charterPost: SampleOutlet = {
  id: "charter-post" as PublisherId,
  name: "Charter Post",
  motto: "Newspaper of the New Charter movement",
  lang: "en",
  template: "broadsheet",
  charset: "utf-8",
  feed: "atom",
  reports: [
    {
      slug: "what-was-stored-at-lomnet",
      day: 13,
      published: "2031-02-13T13:45:00+02:00",
      byline: "Sabine Orlev",
      section: "Politics",
      title: "At least 35 dead at Lomnet, and a question: what was stored beside the beds?",
      standfirst: "Parents were told that the centre was safe. Firefighters heard smaller bangs for half an hour",
      caption: "Relatives wait at the gate of the training centre. Photo: Charter Post",
      blocks: [
        "At least 35 people are dead and over 130 injured at Lomnet, Quarterline reported, citing the director of the regional health directorate, Sivan Torrel. For the families at the gate there was no list, no tent and no minister this morning.",
        "Firefighters heard smaller bangs for about half an hour after the explosion, fire chief Oskar Drimmel told reporters. Rockets do not go on exploding. Ammunition does.",
        "“There were crates of ammunition beside the dormitory, and the ministry knew it,” Nadia Felsk, leader of the New Charter movement, said. She said that she had the word of two instructors and would give their names to the prosecutor.",
        "Defence Minister Runa Vettik said that two rockets had come from the east bank. Karsia denied that. Neither has shown any evidence.",
        "The ministry did not answer the questions that this paper sent at nine o’clock: what was stored at Lomnet, and who signed for it?",
        "A mother from Kostrel, who asked not to be named, said that her son had complained in January of having to sleep next to a store. The Charter Post has seen the message.",
        "With reporting by Quarterline.",
      ],
    },
    {
      slug: "halask-had-the-timetable",
      day: 14,
      published: "2031-02-14T15:30:00+02:00",
      byline: "Sabine Orlev",
      section: "Politics",
      title: "Halask: government was warned of the strike",
      standfirst: "Prime minister says Karsia sends its timetable every Monday. Why was nobody told?",
      caption: "Prime Minister Edvin Halask before the press on Friday. Photo: Charter Post",
      blocks: [
        "The government was warned before the strike on Lomnet. Prime Minister Edvin Halask said so himself on Friday, before the assembled press.",
        "“Of course we were warned. Karsia posts us its strike timetable every Monday, and we keep it in a very fine folder,” Halask said when a reporter asked whether the government had known anything in advance.",
        "If there was a timetable, why did 200 recruits go to bed in that dormitory on Wednesday night? The prime minister did not take a second question on the matter.",
        "“A government that keeps such a folder shut has to go,” Nadia Felsk, leader of the New Charter movement, said. She announced that her movement would ask parliament for a vote of no confidence.",
        "Halask also said that the inquiry would report within a month and that the families would receive help with funeral costs.",
        "The prime minister’s office did not respond to a request for comment before this page went to print.",
      ],
    },
    {
      slug: "the-same-forty-million",
      day: 16,
      published: "2031-02-16T17:10:00+02:00",
      byline: "Tilo Vessing",
      section: "Economy",
      title: "The same 40 million, for the third time",
      standfirst: "What the finance minister calls new was pledged on Wednesday and announced again on Friday",
      caption: "A sandbag line in Old Ferry. Photo: Charter Post",
      blocks: [
        "On Wednesday Hestmar pledged 40 million euros for shelters and flood protection. On Friday its foreign minister announced the sum in parliament. On Sunday Finance Minister Levin Tarsk called it new.",
        "“It is one sum, and it has not changed since Wednesday,” Ruth Ellaby, spokeswoman of the foreign ministry of Hestmar, told the Charter Post.",
        "Not one euro had arrived by Sunday, according to the treasury’s own daily statement. The Ministry of Finance did not respond to a request for comment.",
        "Nadia Felsk, leader of the New Charter movement, said that a government which counts a gift three times should not be trusted to count the dead once.",
      ],
    },
  ],
};
