import { expect, test } from "vitest";
import { scoreChains } from "../../bench/evidence/chains.ts";
import { readEvidence } from "../../src/evidence/read.ts";
import { model } from "../language/model.ts";

/** Text | carriers, outermost first | source | content. No carriers where those named are only spoken to. */
const CHAINS = `
The Quillan Mercury reported that a harbour pilot said the lamp had failed. | Quillan Mercury | a harbour pilot | the lamp had failed
The Quillan Mercury wrote on Sunday that the coroner believes the lamp was broken. | Quillan Mercury | the coroner | the lamp was broken
The coroner believes that the lamp was broken, the Quillan Mercury wrote on Sunday. | Quillan Mercury | The coroner | the lamp was broken
The lamp was broken, a harbour pilot told the Quillan Mercury. | Quillan Mercury | a harbour pilot | The lamp was broken
The baker told her sister that the miller had told him that the bridge was mined. | baker | the miller | the bridge was mined
A neighbour said that the teacher had assured her the school would stay open. | neighbour | the teacher | the school would stay open
Captain Orla Venn told the Halden Review that her crew had warned her of cracks in the hull. | Halden Review > Captain Orla Venn | her crew | cracks in the hull
The Halden Review says Captain Orla Venn told its correspondent that the crew had warned her of cracks in the hull. | Halden Review > Captain Orla Venn | the crew | cracks in the hull
Radio Fenn quoted the ferryman as saying the river would rise. | Radio Fenn | the ferryman | the river would rise
The ferryman was quoted by Radio Fenn as saying that the river would rise. | Radio Fenn | The ferryman | the river would rise
The ferryman was quoted as telling Radio Fenn that the river would rise. | Radio Fenn | The ferryman | the river would rise
The ferryman is reported by Radio Fenn to have said that the river would rise. | Radio Fenn | The ferryman | the river would rise
Radio Fenn cited the ferryman as warning that the river would rise. | Radio Fenn | the ferryman | the river would rise
The river will rise, Radio Fenn quoted the ferryman as saying. | Radio Fenn | the ferryman | The river will rise
Quoting the ferryman, Radio Fenn reported that the river would rise. | Radio Fenn | the ferryman | the river would rise
Citing two dockers, the Sentry said the crane had been unsafe for years. | Sentry | two dockers | the crane had been unsafe for years
The crane had been unsafe for years, the Sentry reported, citing two dockers. | Sentry | two dockers | The crane had been unsafe for years
The crane had been unsafe for years, the Sentry said on Monday, quoting a letter from the dockers. | Sentry | a letter from the dockers | The crane had been unsafe for years
The Sentry, which quoted two dockers, said the crane had been unsafe for years. | Sentry | two dockers | the crane had been unsafe for years
The Sentry, which cited the agency Mirra, said the prefect had promised new cranes. | Sentry > Mirra | the prefect | new cranes
The Sentry, quoting Mirra, reported that the prefect wanted to resign. | Sentry > Mirra | the prefect | to resign
The Sentry cited a report by Mirra that the prefect wanted to resign. | Sentry > Mirra | the prefect | to resign
According to the Sentry, the prefect wants to resign. | Sentry | the prefect | to resign
The prefect wants to resign, according to the Sentry. | Sentry | The prefect | to resign
According to Mirra, a witness said that the driver was asleep. | Mirra | a witness | the driver was asleep
A witness said that the driver was asleep, according to a report by Mirra. | Mirra | A witness | the driver was asleep
A witness, according to the agency Mirra, said that the driver was asleep. | Mirra | A witness | the driver was asleep
According to two people briefed on the talks, the marshal told his officers that the war was lost. | two people briefed on the talks | the marshal | the war was lost
The marshal told his officers that the war was lost, according to two people in the room. | two people in the room | The marshal | the war was lost
The marshal told his officers that the war was lost, two people in the room told the Sentry. | Sentry > two people in the room | The marshal | the war was lost
The Sentry reported that, according to the coastguard, the yacht had no radio. | Sentry | the coastguard | the yacht had no radio
The yacht had no radio, according to the coastguard, the Sentry reported. | Sentry | the coastguard | The yacht had no radio
The yacht had no radio, according to a coastguard officer quoted by the Sentry. | Sentry | a coastguard officer | The yacht had no radio
The yacht had no radio, according to a memo obtained by the Sentry. | Sentry | a memo | The yacht had no radio
In an interview with the Halden Review, Minister Tove Arl said the tunnel would open in May. | Halden Review | Minister Tove Arl | the tunnel would open in May
Minister Tove Arl said in an interview with the Halden Review that the tunnel would open in May. | Halden Review | Minister Tove Arl | the tunnel would open in May
Minister Tove Arl told Radio Fenn in an interview on Monday that the tunnel would open in May. | Radio Fenn | Minister Tove Arl | the tunnel would open in May
The tunnel will open in May, Minister Tove Arl said in an interview published by the Halden Review. | Halden Review | Minister Tove Arl | The tunnel will open in May
In comments to the agency Mirra, Minister Tove Arl denied that the tunnel was late. | Mirra | Minister Tove Arl | the tunnel was late
Writing in the Halden Review, the engineer Bo Lind argued that the tunnel was unsafe. | Halden Review | the engineer Bo Lind | the tunnel was unsafe
Speaking on Radio Fenn, the engineer Bo Lind said that the tunnel was unsafe. | Radio Fenn | the engineer Bo Lind | the tunnel was unsafe
In an article for the Halden Review, the engineer Bo Lind wrote that the tunnel was unsafe. | Halden Review | the engineer Bo Lind | the tunnel was unsafe
In an email seen by Radio Fenn, the engineer warned that the tunnel was unsafe. | Radio Fenn | the engineer | the tunnel was unsafe
The engineer warned in an email, a copy of which was obtained by Radio Fenn, that the tunnel was unsafe. | Radio Fenn | The engineer | the tunnel was unsafe
The tunnel is unsafe, the engineer wrote in a letter published in the Halden Review. | Halden Review | the engineer | The tunnel is unsafe
Asked by the Sentry about the tunnel, the engineer said that it was unsafe. | Sentry | the engineer | it was unsafe
The engineer, asked by the Sentry about the tunnel, said that it was unsafe. | Sentry | The engineer | it was unsafe
The engineer, who spoke to the Sentry by telephone, said that the tunnel was unsafe. | Sentry | The engineer | the tunnel was unsafe
Reached by the Sentry on his boat, the engineer said that the tunnel was unsafe. | Sentry | the engineer | the tunnel was unsafe
Residents interviewed by Radio Fenn said that the tunnel was unsafe. | Radio Fenn | Residents | the tunnel was unsafe
In a video aired by Channel Two, the hostage says that she is well. | Channel Two | the hostage | she is well
In a broadcast monitored by Mirra, the general said that the siege was over. | Mirra | the general | the siege was over
The general said on state radio that the siege was over. | state radio | The general | the siege was over
The general told state radio that the siege was over. | state radio | The general | the siege was over
The siege was over, the general said in remarks carried by the agency Mirra. | Mirra | the general | The siege was over
The general said through the agency Mirra that the siege was over. | Mirra | The general | the siege was over
The siege was over, the general said via Mirra. | Mirra | the general | The siege was over
In an account published by the Sentry, a nurse says the ward was locked. | Sentry | a nurse | the ward was locked
A nurse says in the Sentry that the ward was locked. | Sentry | A nurse | the ward was locked
“The ward was locked,” a nurse says in Friday's Sentry. | Sentry | a nurse | The ward was locked
“The ward was locked,” says a nurse quoted in the Sentry. | Sentry | a nurse | The ward was locked
“The ward was locked,” the Sentry quoted a nurse as saying. | Sentry | a nurse | The ward was locked
“The ward was locked,” the Sentry quoted her as saying. | Sentry | her | The ward was locked
The Sentry's report that the nurse had denied the theft was read out in court. | Sentry | the nurse | the theft
A report in the Sentry that the nurse had denied the theft was read out in court. | Sentry | the nurse | the theft
The Sentry carried a claim by the nurse that the ward was locked. | Sentry | the nurse | the ward was locked
The Sentry published a statement by the nurse that the ward was locked. | Sentry | the nurse | the ward was locked
A Sentry investigation found that the prefect had promised the contract to his brother. | Sentry | the prefect | the contract to his brother
An investigation by the Sentry found that the prefect had promised the contract to his brother. | Sentry | the prefect | the contract to his brother
A Mirra correspondent said that soldiers had told her the road was mined. | Mirra | soldiers | the road was mined
A correspondent of the agency Mirra said that soldiers had told her the road was mined. | Mirra | soldiers | the road was mined
The audit says that two cashiers admitted to stealing the fees. | audit | two cashiers | stealing the fees
The inspector's report says that a welder told him the plate was thin. | inspector's report | a welder | the plate was thin
The minutes, seen by the Sentry, record that the chairman said the fund was empty. | Sentry > minutes | the chairman | the fund was empty
The Sentry obtained the minutes. They show that the chairman said the fund was empty. | Sentry > minutes | the chairman | the fund was empty
According to a police report seen by the Sentry, the driver said that the brakes had failed. | Sentry > police report | the driver | the brakes had failed
Court papers obtained by Radio Fenn say the chairman warned the bank of a loss. | Radio Fenn > Court papers | the chairman | of a loss
A leaked memo, published by the Sentry, says that the chairman knew that the fund was empty. | Sentry > leaked memo | the chairman | the fund was empty
The indictment alleges that the chairman told his deputy that the fund was empty. | indictment | the chairman | the fund was empty
The Sentry sent a reporter to Voll. The paper said a nurse had told it that the ward was locked. | Sentry | a nurse | the ward was locked
Mirra has an office in Voll. The agency quoted a nurse as saying that the ward was locked. | Mirra | a nurse | the ward was locked
Channel Two has a studio in Voll. A nurse told the broadcaster that the ward was locked. | Channel Two | A nurse | the ward was locked
Professor Ida Holm spoke on Monday. She said the miners had told her that the roof was wet. | Professor Ida Holm | the miners | the roof was wet
Ida Holm studies mines. Holm said the miners had told her that the roof was wet. | Ida Holm | the miners | the roof was wet
The prefect arrived on Monday. He said the mayor had told him that the road was mined. | prefect | the mayor | the road was mined
A widow stood at the gate. She told Radio Fenn that a guard had told her that the doors were locked. | Radio Fenn > widow | a guard | the doors were locked
The Sentry said the fund was empty. It quoted the chairman as saying that the money “went to the sea”. | Sentry | the chairman | the money “went to the sea”
Radio Fenn reported the arrest on Monday. It said a guard had confirmed that the doors were locked. | Radio Fenn | a guard | the doors were locked
Juno Fell told Radio Fenn that the ward was locked. “Nobody had a key,” she added. | Radio Fenn | she | Nobody had a key
The Sentry was told by a nurse that the ward was locked. | Sentry | a nurse | the ward was locked
The Sentry has been told by two nurses that the ward was locked. | Sentry | two nurses | the ward was locked
The Sentry has learned from two nurses that the ward was locked. | Sentry | two nurses | the ward was locked
The Sentry understands from two nurses that the ward was locked. | Sentry | two nurses | the ward was locked
Mayor Dita Roel said she had been assured by the minister that the dyke was safe. | Mayor Dita Roel | the minister | the dyke was safe
Mayor Dita Roel said she was told by the minister that the dyke was safe. | Mayor Dita Roel | the minister | the dyke was safe
Mayor Dita Roel said she had heard from the minister that the dyke was safe. | Mayor Dita Roel | the minister | the dyke was safe
Mayor Dita Roel told reporters that the minister had promised to repair the dyke. | Mayor Dita Roel | the minister | to repair the dyke
The dyke was safe, the minister had told her, Mayor Dita Roel said. | Mayor Dita Roel | the minister | The dyke was safe
The fishermen were told by the harbour office that the tide would turn, they said. | fishermen | the harbour office | the tide would turn
A clerk told Mirra that the prefect had said that the minister feared a strike. | Mirra > clerk > prefect | the minister | a strike
The Sentry reported that a clerk had told Mirra that the prefect feared a strike. | Sentry > Mirra > clerk | the prefect | a strike
Radio Fenn, citing the Sentry, reported that a clerk said the prefect feared a strike. | Radio Fenn > Sentry > clerk | the prefect | a strike
According to Radio Fenn, the clerk wrote in her diary that the prefect feared a strike. | Radio Fenn > clerk | the prefect | a strike
Mirra and Radio Fenn reported that the prefect wanted to resign. | Mirra | the prefect | to resign
Mirra and Radio Fenn reported that the prefect wanted to resign. | Radio Fenn | the prefect | to resign
A docker told Mirra and Radio Fenn that the crane was unsafe. | Mirra | A docker | the crane was unsafe
A docker told Mirra and Radio Fenn that the crane was unsafe. | Radio Fenn | A docker | the crane was unsafe
Both the Sentry and the Halden Review quoted a docker as saying that the crane was unsafe. | Halden Review | a docker | the crane was unsafe
The Sentry reported that the docker had denied the theft and that the clerk had confirmed it. | Sentry | the clerk | it
The crane was unsafe, the docker told Radio Fenn, adding that the union had warned the owner of a fall. | Radio Fenn > docker | the union | of a fall
A spokesman for the bank said that the vault was empty. |  | A spokesman for the bank | the vault was empty
The bank said in a statement that the vault was empty. |  | The bank | the vault was empty
The manager told the police that the vault was empty. |  | The manager | the vault was empty
The manager told a rally in Voll that the vault was empty. |  | The manager | the vault was empty
The manager told reporters outside the studios of Radio Fenn that the vault was empty. |  | The manager | the vault was empty
Speaking to parliament, the manager said that the vault was empty. |  | the manager | the vault was empty
Speaking in Voll, the manager said that the vault was empty. |  | the manager | the vault was empty
In an interview, the manager said that the vault was empty. |  | the manager | the vault was empty
In a letter to the Minister of Works, the manager wrote that the vault was empty. |  | the manager | the vault was empty
The manager told the Gazette that the vault was empty. |  | The manager | the vault was empty
The manager, interviewed by the Gazette, said that the vault was empty. |  | The manager | the vault was empty
Asked by the council about the vault, the manager said that it was empty. |  | the manager | it was empty
The manager said through her lawyer that the vault was empty. |  | The manager | the vault was empty
The manager said on Twitter that the vault was empty. |  | The manager | the vault was empty
The Sentry's editor said that the vault was empty. |  | The Sentry's editor | the vault was empty
The owner of the Sentry said that the vault was empty. |  | The owner of the Sentry | the vault was empty
The Sentry reported that the vault was empty. The manager said that it was full. |  | The manager | it was full
The Sentry will close in May, its owner said. |  | its owner | The Sentry will close in May
The mayor said the Sentry's report was false. |  | The mayor | the Sentry's report was false
Two officials with knowledge of the plan told the Dunmere Sentinel that the general had threatened to resign. | Dunmere Sentinel > Two officials with knowledge of the plan | the general | to resign
The Dunmere Sentinel, citing two officials with knowledge of the plan, reported on Friday that the general had threatened to resign. | Dunmere Sentinel > two officials with knowledge of the plan | the general | to resign
The general threatened to resign, the Dunmere Sentinel reported on Friday, citing two officials. | Dunmere Sentinel > two officials | The general | to resign
The Dunmere Sentinel has obtained a letter in which the general threatens to resign. | Dunmere Sentinel | the general | to resign
The Dunmere Sentinel published a letter in which the general accuses the cabinet of cowardice. | Dunmere Sentinel | the general | the cabinet of cowardice
In a letter that the Dunmere Sentinel has seen, the general accuses the cabinet of cowardice. | Dunmere Sentinel | the general | the cabinet of cowardice
The general's letter, a copy of which Radio Tarn obtained, accuses the cabinet of cowardice. | Radio Tarn | The general's letter | the cabinet of cowardice
The surgeon said her colleagues had complained of a lack of blood, Radio Tarn reported. | Radio Tarn > surgeon | her colleagues | a lack of blood
Her colleagues, the surgeon told Radio Tarn, had complained of a lack of blood. | Radio Tarn > surgeon | Her colleagues | a lack of blood
The surgeon told Radio Tarn on Sunday that her colleagues complained of a lack of blood and that the ministry had promised to send more. | Radio Tarn > surgeon | the ministry | to send more
Parliament was told by the auditor that clerks had admitted taking bribes. | auditor | clerks | taking bribes
The jury heard from the constable that the accused had confessed to the theft. | constable | the accused | the theft
A shepherd says the soldiers promised him that the well would be left alone. | shepherd | the soldiers | the well would be left alone
“They promised us that the well would be left alone,” a shepherd told the agency Orbis. | Orbis | a shepherd | “They promised us that the well would be left alone,”
Lena Dorr told Channel Five that her husband, a stoker, had said that the engine was on fire. | Channel Five > Lena Dorr | her husband | the engine was on fire
Lena Dorr said her husband had phoned her to say that the engine was on fire. | Lena Dorr | her husband | the engine was on fire
The Fellside Echo said it had been told by a foreman that the roof was rotten. | Fellside Echo | a foreman | the roof was rotten
The Fellside Echo said it had learned from a foreman that the roof was rotten. | Fellside Echo | a foreman | the roof was rotten
A foreman has told the Fellside Echo the roof was rotten. | Fellside Echo | A foreman | the roof was rotten
The roof was rotten, said a foreman who spoke to the Fellside Echo. | Fellside Echo | a foreman | The roof was rotten
A foreman, speaking on condition of anonymity, told the Fellside Echo that the roof was rotten. | Fellside Echo | A foreman | the roof was rotten
A foreman told the Fellside Echo, on condition of anonymity, that the roof was rotten. | Fellside Echo | A foreman | the roof was rotten
The foreman's widow, in an interview with Channel Five on Thursday, blamed the owner for the fall. | Channel Five | The foreman's widow | the owner for the fall
On Channel Five's morning programme, the foreman's widow blamed the owner for the fall. | Channel Five | the foreman's widow | the owner for the fall
The owner, quoted in the Fellside Echo, denied that the roof was rotten. | Fellside Echo | The owner | the roof was rotten
The owner was quoted in the Fellside Echo as denying that the roof was rotten. | Fellside Echo | The owner | the roof was rotten
In Monday's Fellside Echo, the owner denies that the roof was rotten. | Fellside Echo | the owner | the roof was rotten
The Fellside Echo writes that the owner denies that the roof was rotten. | Fellside Echo | the owner | the roof was rotten
The Fellside Echo's correspondent reported that villagers blamed the army. | Fellside Echo | villagers | the army
Orbis reports from Selm that villagers blame the army for the fire. | Orbis | villagers | the army for the fire
Villagers blame the army for the fire, Orbis reports from Selm. | Orbis | Villagers | the army for the fire
Villagers interviewed by Orbis in Selm blamed the army for the fire. | Orbis | Villagers | the army for the fire
The weekly Korn said the abbot had written to the bishop that the crypt was flooded. | Korn | the abbot | the crypt was flooded
Korn is a weekly with few readers. The paper said the abbot had told it that the crypt was flooded. | Korn | the abbot | the crypt was flooded
The abbot gave an interview to the weekly Korn. He told the paper that the crypt was flooded. | Korn | He | the crypt was flooded
The abbot spoke to Radio Tarn on Monday. He said the masons had warned him of a flood. | abbot | the masons | a flood
The minister denied it. Her deputy, Aldo Kern, told Orbis that she had been “badly advised”. | Orbis | Aldo Kern | she had been “badly advised”
Her deputy, Aldo Kern, said that engineers had advised her to wait. | Aldo Kern | engineers | her to wait
Aldo Kern, the deputy minister, said that engineers had advised her to wait. | Aldo Kern | engineers | her to wait
Aldo Kern, who runs the ferry, told the Dunmere Sentinel that the pilot had complained about the lights. | Dunmere Sentinel > Aldo Kern | the pilot | the lights
State media quoted the premier as saying that the harvest was “the best in a decade”. | State media | the premier | the harvest was “the best in a decade”
The premier said that the harvest was good, state media reported. | state media | The premier | the harvest was good
Local media reported that the mayor had accused the builder of fraud. | Local media | the mayor | the builder of fraud
According to local media, the mayor accused the builder of fraud. | local media | the mayor | the builder of fraud
A police spokesman told Orbis that witnesses had described a white van. | Orbis > police spokesman | witnesses | a white van
Police said witnesses had described a white van. | Police | witnesses | a white van
Police told Radio Tarn that witnesses had described a white van. | Radio Tarn > Police | witnesses | a white van
A court document says the driver told officers that he had been asleep. | court document | the driver | he had been asleep
The driver told officers that he had been asleep, a court document says. | court document | The driver | he had been asleep
The driver told officers that he had been asleep, according to court documents. | court documents | The driver | he had been asleep
The driver told officers that he had been asleep, according to court documents seen by Orbis. | Orbis > court documents | The driver | he had been asleep
The commission's report quotes a nurse as saying that the beds were wet. | commission's report | a nurse | the beds were wet
The report quotes a nurse as saying that the beds were wet, the Dunmere Sentinel writes. | Dunmere Sentinel > report | a nurse | the beds were wet
The ministry, quoting its observer in Selm, said the bridge was intact. | ministry | its observer in Selm | the bridge was intact
The captain said by radio that the crew was safe, according to the coastguard. | coastguard | The captain | the crew was safe
The coastguard said the captain had reported a fire on board. | coastguard | the captain | a fire on board
Orbis, quoting the coastguard, said the captain had reported a fire on board. | Orbis > coastguard | the captain | a fire on board
Orbis quoted the coastguard as saying that the captain had reported a fire on board. | Orbis > coastguard | the captain | a fire on board
The coastguard told Orbis that it had been informed by the captain that the crew was safe. | Orbis > coastguard | the captain | the crew was safe
The coastguard confirmed to Orbis that the crew was safe. | Orbis | The coastguard | the crew was safe
The coastguard said in a statement to Orbis that the crew was safe. | Orbis | The coastguard | the crew was safe
The coastguard said in an emailed statement that the crew was safe. |  | The coastguard | the crew was safe
The coastguard told families that the crew was safe. |  | The coastguard | the crew was safe
The coastguard told the harbour office that the crew was safe. |  | The coastguard | the crew was safe
The crew is safe, according to the coastguard. |  | the coastguard | The crew is safe
The captain told Captain Bo Reth that the crew was safe. |  | The captain | the crew was safe
Ana Reth teaches music. The mayor told Reth that the school would close. |  | The mayor | the school would close
The mayor told the Labour Party that the school would close. |  | The mayor | the school would close
In a speech in the Hague, the judge said that the court was full. |  | the judge | the court was full
At a meeting with the Red Cross, the judge said that the camp was full. |  | the judge | the camp was full
Farm leaders fear a dry summer, the Wexmoor Gazetteer reported on Tuesday. | Wexmoor Gazetteer | Farm leaders | a dry summer
The Upland Mail reported that farm leaders fear a dry summer. | Upland Mail | farm leaders | a dry summer
Two surveyors doubt that the tower will stand, according to the Upland Mail. | Upland Mail | Two surveyors | the tower will stand
Radio Pell reported that the union had called the offer “a bad joke”. | Radio Pell | the union | the offer “a bad joke”
The union described the offer as a bad joke, Radio Pell said. | Radio Pell | The union | the offer as a bad joke
The harbour board has rejected the plan, the Upland Mail has learned from two members. | Upland Mail | two members | The harbour board has rejected the plan
A cook on the ferry, who gave her name only as Mia, told Radio Pell that the captain had ordered everyone to stay below. | Radio Pell > cook on the ferry | the captain | everyone to stay below
The premier's brother told the Upland Mail that the premier “never wanted the job”. | Upland Mail | The premier's brother | the premier “never wanted the job”
It was the clerk who told the Upland Mail that the safe had been empty. | Upland Mail | the clerk | the safe had been empty
What the clerk told the Upland Mail was that the safe had been empty. | Upland Mail | the clerk | the safe had been empty
The safe had been empty, as the clerk told the Upland Mail on Friday. | Upland Mail | the clerk | The safe had been empty
As the clerk told the Upland Mail, the safe had been empty. | Upland Mail | the clerk | the safe had been empty
As the Upland Mail reported, the clerk says that the safe was empty. | Upland Mail | the clerk | the safe was empty
The Upland Mail was first to report that the clerk had confessed to the theft. | Upland Mail | the clerk | the theft
Reports in the Upland Mail that the clerk had confessed to the theft are false, his lawyer said. | his lawyer > Upland Mail | the clerk | the theft
Ansel Rook has kept bees for forty years. On Sunday he told the Upland Mail that his neighbour had warned him of a sickness. | Upland Mail > Ansel Rook | his neighbour | a sickness
Ansel Rook keeps bees. The Upland Mail met him on Sunday. He told the paper that his neighbour had warned him of a sickness. | Upland Mail > Ansel Rook | his neighbour | a sickness
The Upland Mail met the beekeeper on Sunday. “Half of them are dead,” he told the paper. | Upland Mail | he | Half of them are dead
The beekeeper wrote to the Upland Mail. In his letter he says that the sickness came from the north. | Upland Mail | he | the sickness came from the north
The beekeeper wrote to the Upland Mail that the sickness came from the north. | Upland Mail | The beekeeper | the sickness came from the north
The chairwoman told Mistral, the news agency, that her board had never seen the contract. | Mistral | The chairwoman | her board had never seen the contract
The news agency Mistral said the chairwoman had complained to it about the contract. | Mistral | the chairwoman | the contract
The Mistral news agency quoted the chairwoman as saying the board had never seen the contract. | Mistral | the chairwoman | the board had never seen the contract
The board has never seen the contract, the chairwoman was quoted as saying by Mistral. | Mistral | the chairwoman | The board has never seen the contract
“We have never seen the contract,” the chairwoman was quoted as saying by the Mistral agency. | Mistral | the chairwoman | We have never seen the contract
“We have never seen the contract,” Mistral quoted the chairwoman as saying. | Mistral | the chairwoman | We have never seen the contract
The chairwoman was cited by Mistral as saying that the board had never seen the contract. | Mistral | The chairwoman | the board had never seen the contract
The board has never seen the contract, says the chairwoman in an interview with Mistral. | Mistral | the chairwoman | The board has never seen the contract
The chairwoman, in a call with the Upland Mail, said that the board had never seen the contract. | Upland Mail | The chairwoman | the board had never seen the contract
Contacted by the Upland Mail, the chairwoman said that the board had never seen the contract. | Upland Mail | the chairwoman | the board had never seen the contract
When the Upland Mail asked, the chairwoman said that the board had never seen the contract. | Upland Mail | the chairwoman | the board had never seen the contract
In reply to a question from the Upland Mail, the chairwoman said that the board had never seen the contract. | Upland Mail | the chairwoman | the board had never seen the contract
The chairwoman replied to the Upland Mail that the board had never seen the contract. | Upland Mail | The chairwoman | the board had never seen the contract
The chairwoman insists, in a piece for the Upland Mail, that the board never saw the contract. | Upland Mail | The chairwoman | the board never saw the contract
In documents leaked to the Upland Mail, the chairwoman admits that she knew of the contract. | Upland Mail | the chairwoman | she knew of the contract
Emails published by Radio Pell show that the chairwoman promised to sign the contract. | Radio Pell > Emails | the chairwoman | to sign the contract
The tape, first aired by Radio Pell, has the chairwoman promising to sign the contract. | Radio Pell | the chairwoman | to sign the contract
A Radio Pell documentary quotes a guard as saying that the gate was open. | Radio Pell | a guard | the gate was open
A guard says in a Radio Pell documentary that the gate was open. | Radio Pell | A guard | the gate was open
The gate was open, a guard says on Radio Pell. | Radio Pell | a guard | The gate was open
A guard went on Radio Pell to say that the gate was open. | Radio Pell | A guard | the gate was open
A guard, whom Radio Pell did not name, said that the gate was open. | Radio Pell | A guard | the gate was open
An unnamed guard told Radio Pell that he had heard from a colleague that the gate was open. | Radio Pell > unnamed guard | a colleague | the gate was open
The warden said he had it from a guard that the gate was open. | warden | a guard | the gate was open
The inquiry heard that a guard had told the warden that the gate was open. |  | a guard | the gate was open
A letter from the warden, read out in court, says a guard told him that the gate was open. | letter from the warden | a guard | the gate was open
The warden's lawyer said her client had never been told by the guard that the gate was open. | warden's lawyer | the guard | the gate was open
The mayor's office said the governor had assured the mayor that help was coming. | mayor's office | the governor | help was coming
Radio Pell said the mayor's office had told it that help was coming. | Radio Pell | the mayor's office | help was coming
Radio Pell's reporter in Ostry was told by the mayor that help was coming. | Radio Pell | the mayor | help was coming
Help is coming, the mayor told Radio Pell and the agency Mistral. | Mistral | the mayor | Help is coming
The Upland Mail and Radio Pell, citing the mayor, said that help was coming. | Radio Pell | the mayor | help was coming
The mayor said that help was coming, the Upland Mail and Radio Pell reported. | Radio Pell | The mayor | help was coming
The mayor told the crowd that the governor had promised help. | mayor | the governor | help
The mayor said she would tell Radio Pell everything. |  | The mayor | she would tell Radio Pell everything
The mayor, a former editor of the Upland Mail, said that help was coming. |  | The mayor | help was coming
The mayor criticised the Upland Mail for printing the photograph. |  | The mayor | the Upland Mail for printing the photograph
The mayor said that she reads the Upland Mail every day. |  | The mayor | she reads the Upland Mail every day
The mayor, sued by the Upland Mail last year, said that help was coming. |  | The mayor | help was coming
In a meeting with the staff of Radio Pell, the owner said that the studio would close. |  | the owner | the studio would close
Residents of Hollow Bay heard the siren at four. Some told the Coast Ledger that police had ordered them to leave on foot. | Coast Ledger > Some | police | them to leave on foot
The Coast Ledger said on Monday that it had seen a memo in which the treasurer warns of a loss of nine million. | Coast Ledger | the treasurer | a loss of nine million
A memo from the treasurer, which the Coast Ledger published on Monday, warns of a loss of nine million. | Coast Ledger | A memo from the treasurer | a loss of nine million
Channel Eight broadcast an interview with the treasurer. In it he denied that he had signed the memo. | Channel Eight | he | he had signed the memo
Channel Eight interviewed the treasurer on Monday. “I signed nothing,” he told the station. | Channel Eight | he | I signed nothing
The treasurer denied on Channel Eight that he had signed the memo. | Channel Eight | The treasurer | he had signed the memo
The treasurer, who resigned in May, has denied to the Coast Ledger that he signed the memo. | Coast Ledger | The treasurer | he signed the memo
The treasurer's wife said he had called her from the station and told her that he was being followed. | treasurer's wife | he | he was being followed
“He told me he was being followed,” the treasurer's wife told Channel Eight. | Channel Eight | the treasurer's wife | He told me he was being followed
Friends of the treasurer told Channel Eight that he feared for his life. | Channel Eight > Friends of the treasurer | he | his life
One friend said the treasurer had confided in her that he feared a trial. | One friend | the treasurer | he feared a trial
According to one friend, the treasurer said that he feared a trial. | one friend | the treasurer | he feared a trial
The treasurer feared a trial, one friend recalled in the Coast Ledger. | Coast Ledger > one friend | The treasurer | a trial
In its Saturday edition the Coast Ledger quotes the treasurer as saying that he was “only the clerk”. | Coast Ledger | the treasurer | he was “only the clerk”
The Coast Ledger asked the treasurer about the memo. He answered that he was “only the clerk”. | Coast Ledger | He | he was “only the clerk”
When asked by the Coast Ledger about the memo, the treasurer answered that he was “only the clerk”. | Coast Ledger | the treasurer | he was “only the clerk”
The van belonged to the mayor, two witnesses told the police, according to Halo. | Halo | two witnesses | The van belonged to the mayor
The van belonged to the mayor, according to two witnesses quoted by Halo. | Halo | two witnesses | The van belonged to the mayor
Two witnesses quoted by the wire service Halo say the van belonged to the mayor. | Halo | Two witnesses | the van belonged to the mayor
The mayor has told friends that the van was stolen, Halo reported. | Halo | The mayor | the van was stolen
Halo reported that the mayor had told friends the van was stolen. | Halo | the mayor | the van was stolen
The mayor's brother said the mayor had told him the van was stolen. | mayor's brother | the mayor | the van was stolen
Sister Agna, who runs the kitchen, said a soldier had told her the road was closed. She heard nothing more. | Sister Agna | a soldier | the road was closed
Drivers on the coast road said soldiers had told them the pass was closed. | Drivers on the coast road | soldiers | the pass was closed
A farmer who fled the valley told Halo by telephone that soldiers had threatened to burn the barns. | Halo > farmer who fled the valley | soldiers | to burn the barns
By telephone, a farmer told Halo that soldiers had threatened to burn the barns. | Halo > farmer | soldiers | to burn the barns
In the valley, a farmer told Halo, soldiers had threatened to burn the barns. | Halo > farmer | soldiers | to burn the barns
The minister said he knew from the governor that the barns were empty. | minister | the governor | the barns were empty
The minister quoted the governor as telling him that the barns were empty. | minister | the governor | the barns were empty
The minister repeated the governor's claim that the barns were empty. | minister | the governor | the barns were empty
The governor wrote to the minister that the barns were empty. |  | The governor | the barns were empty
The governor's spokeswoman told reporters that the barns were empty. |  | The governor's spokeswoman | the barns were empty
The governor told a press conference that the barns were empty. |  | The governor | the barns were empty
The governor told the press that the barns were empty. |  | The governor | the barns were empty
The governor told the news conference in the Harbour Hall that the barns were empty. |  | The governor | the barns were empty
In an address to the nation on Sunday, the governor said that the barns were empty. |  | the governor | the barns were empty
The governor said on national television that the barns were empty. | national television | The governor | the barns were empty
The governor posted on her website that the barns were empty. |  | The governor | the barns were empty
The governor told the Ostmark that the barns were empty. | Ostmark | The governor | the barns were empty
The governor told the Oster Union that the barns were empty. |  | The governor | the barns were empty
The governor told Ina Bohl that the barns were empty. |  | The governor | the barns were empty
The pilot's union confirmed to Radio Lind that its members had voted to strike. | Radio Lind | The pilot's union | its members had voted to strike
Asked whether the pilots would strike, their leader told Radio Lind that “nothing is decided”. | Radio Lind | their leader | nothing is decided
A leaked cable, quoted by the weekly Torch, has the consul complaining of threats. | Torch | the consul | threats
The consul had complained of threats, according to a cable that the weekly Torch has published. | Torch > cable | The consul | threats
“There were threats,” the consul wrote in a cable published by the weekly Torch. | Torch | the consul | There were threats
The Torch and the agency Lumen both quoted the consul as saying there had been threats. | Lumen | the consul | there had been threats
Lumen reported that, in a telephone call, the consul had warned the ministry of threats. | Lumen | the consul | of threats
The ministry said the consul had informed it of threats, Lumen reported late on Monday. | Lumen > ministry | the consul | threats
The consul's deputy said in an interview with Lumen that the consul had asked for guards. | Lumen > consul's deputy | the consul | guards
A juror told the judge that he had met the accused, the Torch reports. | Torch | A juror | he had met the accused
The Torch has spoken to three jurors. One of them said the foreman had urged him to vote quickly. | Torch > One of them | the foreman | him to vote quickly
The Torch spoke to the foreman. He said that nobody had been urged to vote quickly. | Torch | He | nobody had been urged to vote quickly
Lumen, the state agency, says the army believes the bridge was mined by deserters. | Lumen | the army | the bridge was mined by deserters
The army believes the bridge was mined by deserters, says the state agency Lumen. | Lumen | The army | the bridge was mined by deserters
State radio said the army believed that the bridge was mined. | State radio | the army | the bridge was mined
A broadcast by state radio quoted the general as saying the bridge was mined. | state radio | the general | the bridge was mined
A hospital source told Lumen that doctors had been ordered by the police not to speak to reporters. | Lumen > hospital source | the police | not to speak to reporters
Doctors say the police ordered them not to speak to reporters, the Torch writes. | Torch > Doctors | the police | not to speak to reporters
Doctors have complained to the Torch that they were ordered not to speak. | Torch | Doctors | they were ordered not to speak
In a letter to the Torch, forty doctors demand the release of the nurse. | Torch | forty doctors | the release of the nurse
The nurse's mother told the Torch she had been promised by the prison that her daughter would be freed. | Torch > nurse's mother | the prison | her daughter would be freed
Her daughter would be freed, the prison had promised her, the nurse's mother told the Torch. | Torch > nurse's mother | the prison | Her daughter would be freed
The prison's director, Ebba Stoll, told the Torch that guards had reported a fight. | Torch > Ebba Stoll | guards | a fight
Ebba Stoll has run the prison since May. She told the Torch that guards had reported a fight. | Torch > Ebba Stoll | guards | a fight
Stoll said that, according to the guards, there had been a fight. | Stoll | the guards | there had been a fight
Stoll told the inquiry that guards had warned of a fight. | Stoll | guards | a fight
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
