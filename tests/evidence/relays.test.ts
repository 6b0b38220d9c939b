import { expect, test } from "vitest";
import { scoreChains } from "../../bench/evidence/chains.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { model } from "../language/model.ts";

/** Further ways in which a remark reaches a reader: text | carriers, outermost first | source | content. */
const CHAINS = `
Speaking to the Halden Review on condition of anonymity, a customs officer said his superiors had ordered the crates released. | Halden Review > customs officer | his superiors | the crates released
The mine was flooded on purpose, two engineers who worked there told the Sentry. | Sentry | two engineers who worked there | The mine was flooded on purpose
In a memo obtained by the agency Mirra, the inspector calls the bridge “a trap”. | Mirra | the inspector | the bridge “a trap”
The Sentry has learned from two ministers that the vote was rigged. | Sentry | two ministers | the vote was rigged
The Sentry understands from people close to the talks that the deal is dead. | Sentry | people close to the talks | the deal is dead
Channel Two said it had been told by the army that the road was open. | Channel Two | the army | the road was open
The road is open, Channel Two was told by the army. | Channel Two | the army | The road is open
The governor's aide, who asked not to be named, told Mirra that the governor had known for weeks. | Mirra | The governor's aide | the governor had known for weeks
Mirra quoted an unnamed aide as saying that the governor had wept. | Mirra | an unnamed aide | the governor had wept
“Nobody warned us,” a widow told the Torch, whose reporter visited the village on Friday. | Torch | a widow | Nobody warned us
The minister denied, in an interview with Radio Fenn, that she had met the banker. | Radio Fenn | The minister | she had met the banker
The minister denied to the Torch that she had met the banker. | Torch | The minister | she had met the banker
The well is dry, according to farmers quoted in the Torch. | Torch | farmers | The well is dry
The well is dry, farmers are quoted as saying in the Torch. | Torch | farmers | The well is dry
State television carried a statement by the palace saying that the king was resting. | State television | the palace | the king was resting
In a post on the channel Harbour Watch, a sailor wrote that the crane had collapsed. | Harbour Watch | a sailor | the crane had collapsed
A sailor wrote on the website Harbour Watch that the crane had collapsed. | Harbour Watch | A sailor | the crane had collapsed
The coroner's report, a copy of which was leaked to the Sentry, states that the guard was poisoned. | Sentry | The coroner's report | the guard was poisoned
The coroner concluded in a report leaked to the Sentry that the guard was poisoned. | Sentry | The coroner | the guard was poisoned
A neighbour said the boy had told her he saw the lorry turn back. | neighbour | the boy | he saw the lorry turn back
A neighbour, citing the boy's mother, said the lorry had turned back. | neighbour | the boy's mother | the lorry had turned back
The Sentry reported, quoting the boy's mother, that the lorry had turned back. | Sentry | the boy's mother | the lorry had turned back
According to the Sentry, which spoke to the boy's mother, the lorry turned back. | Sentry | the boy's mother | the lorry turned back
The lorry turned back, the boy's mother said, according to the Sentry. | Sentry | the boy's mother | The lorry turned back
The harbour master has assured residents, the Torch reports, that the fumes are harmless. | Torch | The harbour master | the fumes are harmless
The mayor's office told Mirra that the police had asked for more time. | Mirra > mayor's office | the police | for more time
The Torch's correspondent in Halden was told by a nurse that the ward was full. | Torch | a nurse | the ward was full
The ward is full, a nurse told a reporter for the Torch. | Torch | a nurse | The ward is full
A nurse, in a call to Radio Fenn, said the ward was full. | Radio Fenn | A nurse | the ward was full
Calling in to Radio Fenn, a nurse said the ward was full. | Radio Fenn | a nurse | the ward was full
Writing to the Torch, a nurse complained that the ward was full. | Torch | a nurse | the ward was full
The Torch published a letter by a nurse who complained that the ward was full. | Torch | a nurse | the ward was full
The agency Mirra, citing the Torch, says a nurse found the ward locked, and that doctors had warned of a fire. | Mirra > Torch | doctors | a fire
Asked by Mirra, the prefect's office said that the prefect had promised an inquiry. | Mirra > prefect's office | the prefect | an inquiry
The union's claim, first reported by the Torch, that the pit is unsafe was rejected by the owners. | Torch | The union | the pit is unsafe
The Torch repeated the union's claim that the pit is unsafe. | Torch | the union | the pit is unsafe
The general staff said, in a bulletin read on state radio, that the siege was over. | state radio | The general staff | the siege was over
The general staff said through Mirra that the siege was over. | Mirra | The general staff | the siege was over
The siege is over, the general staff announced via Mirra. | Mirra | the general staff | The siege is over
The widow says a fisherman swore to her that the light was out. | widow | a fisherman | the light was out
The court heard from a witness that the light was out. |  | a witness | the light was out
The minister told parliament that the army had asked for boats. | minister | the army | for boats
The minister told reporters the army was ready. |  | The minister | the army was ready
Residents have reported to Channel Two that soldiers told them to stay indoors. | Channel Two > Residents | soldiers | to stay indoors
The harbour office, quoted by Mirra, denied that a ship was missing. | Mirra | The harbour office | a ship was missing
In Tuesday's Torch, the poet Ida Renn recalls that her father burned the letters. | Torch | the poet Ida Renn | her father burned the letters
The poet Ida Renn confessed in the Torch that she had burned the letters. | Torch | The poet Ida Renn | she had burned the letters
Interviewed by Radio Fenn, Ida Renn admitted that she had burned the letters. | Radio Fenn | Ida Renn | she had burned the letters
“I burned them,” Ida Renn admitted to Radio Fenn's breakfast programme. | Radio Fenn | Ida Renn | I burned them
Ida Renn's publisher told the Torch she had asked him to burn the letters. | Torch > Ida Renn's publisher | she | him to burn the letters
The bank warned the ministry in June that it would fail, two sources told Mirra. | Mirra > two sources | The bank | it would fail
An audit seen by the Torch found that a third of the tents were never delivered. | Torch | An audit | a third of the tents were never delivered
Satellite pictures published by Mirra show that the bridge is gone. | Mirra | Satellite pictures | the bridge is gone
The prison service confirmed to the Torch that a guard had been suspended. | Torch | The prison service | a guard had been suspended
The prison service has confirmed a guard's suspension, the Torch says. | Torch | The prison service | a guard's suspension
A doctor at the camp told aid workers, who passed it to Mirra, that cholera had broken out. | Mirra > aid workers | A doctor at the camp | cholera had broken out
Mirra said a doctor at the camp had told it that cholera had broken out. | Mirra | a doctor at the camp | cholera had broken out
Cholera has broken out, Mirra quoted a doctor at the camp as saying on Sunday. | Mirra | a doctor at the camp | Cholera has broken out
Thousands are stranded on the south bank, a bus driver who made the crossing told the Coast Ledger on Tuesday. | Coast Ledger | a bus driver who made the crossing | Thousands are stranded on the south bank
The prefect said she had been informed by the dam's operator that both gates were jammed. | prefect | the dam's operator | both gates were jammed
The news agency Mirra reported on Thursday, citing a source in the ministry, that the envoy had been expelled. | Mirra | a source in the ministry | the envoy had been expelled
The envoy has been expelled, the news agency Mirra reported, citing a source in the ministry. | Mirra | a source in the ministry | The envoy has been expelled
The envoy has been expelled, a source in the ministry told Mirra. | Mirra | a source in the ministry | The envoy has been expelled
The ministry told Mirra that its envoy had been told to leave. | Mirra | The ministry | its envoy had been told to leave
In a telephone interview, the mayor told Mirra the bridge was safe. | Mirra | the mayor | the bridge was safe
Mirra later reported that the mayor had resigned, quoting her deputy. | Mirra | her deputy | the mayor had resigned
The chairman was cited by the Coast Ledger as saying that no buyer had been found. | Coast Ledger | The chairman | no buyer had been found
No buyer has been found, the chairman was quoted by the Coast Ledger as saying. | Coast Ledger | the chairman | No buyer has been found
The lender's chairman told shareholders that auditors had assured him of its health. | lender's chairman | auditors | its health
Footage broadcast by Channel Two shows a soldier telling villagers that the road is closed. | Channel Two | a soldier | the road is closed
In footage aired by Channel Two, a soldier tells villagers that the road is closed. | Channel Two | a soldier | the road is closed
A text message seen by the Sentry warns drivers that the road is closed. | Sentry | A text message | the road is closed
The Sentry has seen a text message in which the foreman warns drivers that the road is closed. | Sentry | the foreman | the road is closed
The foreman warned drivers in a text message, seen by the Sentry, that the road was closed. | Sentry | The foreman | the road was closed
Local media quoted the fire chief as saying that the blaze was under control. | Local media | the fire chief | the blaze was under control
The blaze is under control, local media quoted the fire chief as saying. | local media | the fire chief | The blaze is under control
The fire chief told local radio the blaze was under control. | local radio | The fire chief | the blaze was under control
Mirra said the fire chief told it the blaze was under control. | Mirra | the fire chief | the blaze was under control
The union says its members were promised by the owners that the pit would stay open. | union | the owners | the pit would stay open
The owners promised that the pit would stay open, according to the union. | union | The owners | the pit would stay open
The owners, according to the union, have promised that the pit will stay open. | union | The owners | the pit will stay open
The court was told by a witness that the pit was flooded. |  | a witness | the pit was flooded
A witness told the court the pit was flooded. |  | A witness | the pit was flooded
A witness told the court the foreman had said the pit was flooded. | witness | the foreman | the pit was flooded
“The foreman told us the pit was flooded,” a miner told Channel Two. | Channel Two > miner | The foreman | the pit was flooded
“My wife says the roof is gone,” said Odo Renn, a miner from Halden. | Odo Renn | My wife | the roof is gone
She told Radio Fenn her husband had texted her that the roof was gone. | Radio Fenn > She | her husband | the roof was gone
Her husband had texted that the roof was gone, she told Radio Fenn. | Radio Fenn > she | Her husband | the roof was gone
Investigators believe the fuse was faulty, the Sentry reported on its website. | Sentry | Investigators | the fuse was faulty
The Sentry reported that investigators believe the fuse was faulty, but the maker denies it. | Sentry | investigators | the fuse was faulty
Investigators told Mirra on condition of anonymity that the fuse was faulty. | Mirra | Investigators | the fuse was faulty
One of the investigators told the Sentry: “The fuse was faulty.” | Sentry | One of the investigators | The fuse was faulty
The fuse was faulty, one of the investigators is said to have told the Sentry. | Sentry | one of the investigators | The fuse was faulty
An investigator's email, published by the Sentry, says that the fuse was faulty. | Sentry | An investigator's email | the fuse was faulty
As first reported by the Sentry, investigators believe that the fuse was faulty. | Sentry | investigators | the fuse was faulty
As the Sentry first reported, the maker has recalled the fuse, according to a notice to dealers. | Sentry | a notice to dealers | the maker has recalled the fuse
The maker said in a statement to the Sentry that it had recalled the fuse. | Sentry | The maker | it had recalled the fuse
The maker, in a statement emailed to the Sentry, said it had recalled the fuse. | Sentry | The maker | it had recalled the fuse
The maker posted on its website that it had recalled the fuse. |  | The maker | it had recalled the fuse
The maker said on its website that it had recalled the fuse. |  | The maker | it had recalled the fuse
The army's press office said the governor had asked it to clear the road. | army's press office | the governor | it to clear the road
Minister Tove Arl wrote in the Coast Ledger that her officials had advised against the deal. | Coast Ledger > Minister Tove Arl | her officials | the deal
Minister Tove Arl told the Coast Ledger, “My officials advised against it.” | Coast Ledger | Minister Tove Arl | My officials advised against it.
“My officials advised against it,” Minister Tove Arl said on Channel Two. | Channel Two | Minister Tove Arl | My officials advised against it
The deal is off, three officials with knowledge of the talks said, the Coast Ledger reported. | Coast Ledger | three officials with knowledge of the talks | The deal is off
The Coast Ledger cited three officials as saying the deal was off. | Coast Ledger | three officials | the deal was off
The Coast Ledger, which first reported the talks, said officials had described them as “stuck”. | Coast Ledger | officials | them as “stuck”
Two soldiers, speaking to Channel Two by telephone from the fort, said their commander had fled. | Channel Two | Two soldiers | their commander had fled
Two soldiers reached by Channel Two said their commander had ordered them to hold the fort. | Channel Two > Two soldiers | their commander | them to hold the fort
Their commander had ordered them to hold the fort, two soldiers said when reached by Channel Two. | Channel Two > two soldiers | Their commander | them to hold the fort
State media said the king had expressed regret. | State media | the king | regret
The palace, in a statement carried by state media, expressed regret. | state media | The palace | regret
The ferry was full, by the purser's account. |  | the purser | The ferry was full
By the purser's account, the ferry was full. |  | the purser | the ferry was full
The ferry was full, if the Coast Ledger is to be believed. |  | the Coast Ledger | The ferry was full
To hear the purser tell it, the ferry was never full. |  | the purser | the ferry was never full
The ferry was full. That is what the purser told the inquiry. |  | the purser | The ferry was full
The ferry was full. The purser said as much in a letter to the Torch. | Torch | The purser | The ferry was full
The ferry was full. So, at least, the purser says. |  | the purser | The ferry was full
The purser's estimate is that two hundred people were aboard. |  | The purser | two hundred people were aboard
“Turn back at once,” was the message from the coastguard. |  | the coastguard | Turn back at once
Word reached the island from the coastguard that the ferry had sunk. |  | the coastguard | the ferry had sunk
The rumour that the ferry sank goes back to a stoker. |  | a stoker | the ferry sank
The claim, attributed to a stoker, that the ferry sank was never checked. |  | a stoker | the ferry sank
The coastguard has let it be known through the agency Mirra that the ferry sank. | Mirra | The coastguard | the ferry sank
A stoker was heard by a passenger telling the cook that the pump had failed. | passenger | A stoker | the pump had failed
A stoker was overheard saying that the pump had failed. |  | A stoker | the pump had failed
The pilots, writes the Torch's columnist, have long suspected that the light is unmanned. | Torch | The pilots | the light is unmanned
A circular from the union, forwarded to the Torch by a teacher, says that pay will be late. | Torch > teacher | A circular from the union | pay will be late
The stoker confided in a priest, who spoke to the Torch, that the pump had failed. | Torch > priest | The stoker | the pump had failed
The stoker told the purser, who told the captain, who told Radio Fenn, that the pump had failed. | Radio Fenn > captain > purser | The stoker | the pump had failed
The Torch, which had it from a purser, who had it from a stoker, reported that the pump had failed. | Torch > purser | a stoker | the pump had failed
The chaplain, who had been told by a stoker, said that the pump had failed. | chaplain | a stoker | the pump had failed
A police report in which a guard says that the gate was open was leaked to the Torch. | Torch > police report | a guard | the gate was open
A leaked recording has the guard saying that the gate was open. | leaked recording | the guard | the gate was open
The minutes, published by the Torch, record the guard as saying that the gate was open. | Torch > minutes | the guard | the gate was open
The Torch, picking up a report by Mirra, says that the guard fled. |  | The Torch | the guard fled
Mirra, citing the Torch, and Radio Fenn, citing the guard, said that the gate was open. | Radio Fenn | the guard | the gate was open
An inspector had been told by the guard that the gate was open, Mirra reports. | Mirra > inspector | the guard | the gate was open
“My brother said the gate was open,” the guard told Radio Fenn. | Radio Fenn > guard | My brother | the gate was open
A guard who asked not to be named said two foremen had told him the gate was open. | guard who asked not to be named | two foremen | the gate was open
Students occupying the hall told Mirra the police had promised them safe passage. | Mirra > Students occupying the hall | the police | safe passage
The pilots' union told Ledo 24 that the light was unmanned. | Ledo 24 | The pilots' union | the light was unmanned
The light is unmanned, Ledo 24 reported, citing the pilots' union. | Ledo 24 | the pilots' union | The light is unmanned
The pilots' leader wrote on the union's website that the light was unmanned. |  | The pilots' leader | the light was unmanned
The mayor of Halden, Ada Brun, said that the police had warned her of a riot. | Ada Brun | the police | a riot
A Halden newspaper quoted the mayor as saying that the riot was over. | Halden newspaper | the mayor | the riot was over
Fuel will run out by Sunday, airport chief Odo Renn warned in an interview with Radio Fenn. | Radio Fenn | airport chief Odo Renn | Fuel will run out by Sunday
The dike had been patched with sand, a contractor admitted to the Torch after it showed him the invoices. | Torch | a contractor | The dike had been patched with sand
Ada Brun, who chairs the board, told the Torch that the auditor had refused to sign. | Torch > Ada Brun | the auditor | to sign
In a report aired on Sunday, Channel Two quoted a nurse as saying that beds had been sold. | Channel Two | a nurse | beds had been sold
A nurse quoted by Channel Two on Sunday said beds had been sold. | Channel Two | A nurse | beds had been sold
Channel Two, citing hospital documents, reported that beds had been sold. | Channel Two | hospital documents | beds had been sold
According to hospital documents seen by Channel Two, beds had been sold. | Channel Two | hospital documents | beds had been sold
The hospital told Channel Two it knew of no such sale. | Channel Two | The hospital | it knew of no such sale
The minister told the Torch the prefect had lied to him. | Torch | The minister | the prefect had lied to him
Mirra, quoting the prefect's husband, reported on Monday evening that she had resigned. | Mirra | the prefect's husband | she had resigned
The light had failed, a pilot told investigators, according to the Torch. | Torch | a pilot | The light had failed
Survivors told the coastguard, which passed it on to Mirra, that the light had failed. | Mirra > coastguard | Survivors | the light had failed
“The light had failed,” the survivor, a cook, told Mirra by satellite telephone. | Mirra | the survivor | The light had failed
One survivor said a sailor had shouted to him that the light had failed. | One survivor | a sailor | the light had failed
The lawyer for the crew told the Torch that two sailors had testified that the light had failed. | Torch > lawyer for the crew | two sailors | the light had failed
Two sailors testified that the captain was asleep, their lawyer told the Torch. | Torch > their lawyer | Two sailors | the captain was asleep
The captain's brother, reached by Radio Fenn in Halden, denied that the captain was asleep. | Radio Fenn | The captain's brother | the captain was asleep
In an open letter printed in the Halden Review, forty teachers call the reform “a door without a house”. | Halden Review | forty teachers | the reform “a door without a house”
The Halden Review reports that forty teachers call the reform “a door without a house”. | Halden Review | forty teachers | the reform “a door without a house”
The teachers' union, in remarks to Mirra, called the reform “a door without a house”. | Mirra | The teachers' union | the reform “a door without a house”
Prefect Ada Brun posted on her own account that the road was open. |  | Prefect Ada Brun | the road was open
The road crew told Prefect Ada Brun that the road was open. |  | The road crew | the road was open
A cook who worked on it said in testimony obtained by Mirra that the ferry had never been inspected. | Mirra | A cook who worked on it | the ferry had never been inspected
The lights are off, the union told its members in an email that Radio Fenn has seen. | Radio Fenn | the union | The lights are off
“I was told by my captain to sign it,” the sailor told Mirra. | Mirra > sailor | my captain | to sign it
“Salt on the roofs, salt on the bread,” was how baker Ida Lorn described the storm to Radio Fenn. | Radio Fenn | baker Ida Lorn | Salt on the roofs, salt on the bread
It was to the Halden Review that the keeper admitted he had slept. | Halden Review | the keeper | he had slept
A man from the pier telephoned Radio Fenn on Friday and said that the pier was mined. | Radio Fenn | A man from the pier | the pier was mined
The mayor denied in an interview with Canal Six that she had seen the list. | Canal Six | The mayor | she had seen the list
Guards told the Halden Review's Ada Morn that the gate had stood open. | Halden Review | Guards | the gate had stood open
The pumps are dry, Radio Fenn reports, citing Mirra, which quoted a stoker. | Radio Fenn > Mirra | a stoker | the pumps are dry
Lawyer Ida Lorn said her client had been promised a pardon by the prosecutor. | Lawyer Ida Lorn | the prosecutor | a pardon
The pier stood open for weeks, a keeper told the Gazette. |  | a keeper | The pier stood open for weeks
`
  .trim()
  .split("\n")
  .map((line) => line.split(" | "));

test.each(CHAINS)("%s [%s]", (text = "", carriers = "", source = "", content = "") => {
  const chain = { carriers: carriers === "" ? [] : carriers.split(" > "), source, content };
  const context = { language: "en", publisherName: "The Gazette", publishedAt: null };
  const one = { id: "", publisher: "The Gazette", published: "", text, chains: [chain] };
  const score = scoreChains([one], () => readEvidence(text, context, model).attributions);
  expect(score.misses).toEqual([]);
});
