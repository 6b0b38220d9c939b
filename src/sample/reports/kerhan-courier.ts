import type { PublisherId } from "../../model/id.ts";
import type { SampleOutlet } from "../outlet.ts";

/** A paper in Karsia that is close to the government there. Its pages are sent as ISO-8859-1. */
export const kerhanCourier: SampleOutlet = {
  id: "kerhan-courier" as PublisherId,
  name: "Kerhan Courier",
  motto: "Morning paper of the capital of Karsia",
  lang: "en",
  template: "plain",
  charset: "iso-8859-1",
  feed: "json",
  reports: [
    {
      slug: "engineering-exercise-on-the-oltra",
      day: 12,
      published: "2031-02-12T10:00:00+02:00",
      byline: "Renée Lindé",
      section: "Defence",
      title: "Engineers practise river crossings on the Oltra until 20 February",
      standfirst: "Exercise of the engineering corps announced to the neighbour in advance",
      caption: "Pontoon bridge on the Oltra, last year's exercise",
      blocks: [
        "The engineering corps opened its winter exercise on the east bank of the Oltra on Wednesday. It will last until 20 February, the Ministry of Defence of Karsia announced.",
        '"About 900 soldiers take part, and they bring bridges and boats, no artillery," the spokesman of the ministry, Colonel Dagan Belisk, said.',
        "The neighbour was informed on 11 February, according to the ministry. Belisk said that fishermen should stay away from the bank between Mirvel and the old ferry station.",
        "The Nelsk dam will release more water than usual this week because of the thaw, the water authority said. It asked people not to walk on the ice.",
      ],
    },
    {
      slug: "karsia-rejects-accusation",
      day: 14,
      published: "2031-02-14T08:30:00+02:00",
      byline: "Renée Lindé",
      section: "Defence",
      title: "Ministry rejects accusation over Lomnet",
      standfirst: "Spokesman offers to open the exercise to observers",
      caption: "Colonel Dagan Belisk at the ministry on Thursday evening",
      blocks: [
        "The Ministry of Defence of Karsia on Thursday evening rejected the accusation that rockets had been fired across the Oltra.",
        '"We denied it in the morning and we deny it in the evening: no Karsian unit fired," Colonel Dagan Belisk said. He said that observers from third countries could visit the exercise at any time.',
        "Belisk expressed his sympathy to the families of the dead. He said that opposition politicians in Veshna themselves spoke of ammunition stored at the centre.",
        "The exercise goes on as planned and ends on 20 February, he said.",
      ],
    },
    {
      slug: "exercise-ends-as-planned",
      day: 18,
      published: "2031-02-18T08:00:00+02:00",
      byline: "Renée Lindé",
      section: "Defence",
      title: "First units leave the Oltra",
      standfirst: "Exercise to end on 20 February as announced",
      caption: "Lorries on the road to Kerhan on Monday",
      blocks: [
        "About 300 of the 900 soldiers have left the east bank of the Oltra, the Ministry of Defence of Karsia said on Monday.",
        '"The exercise ends on 20 February, as we announced before it began," Colonel Dagan Belisk said.',
        "No observers had come, he said. The foreign ministry of Veshna told this paper that it had not received an invitation in writing.",
      ],
    },
  ],
};
