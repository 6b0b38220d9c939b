/**
 * Base forms of words that reports of press and authorities are full of and a small corpus is short of, by what they
 * can be; written for this program. The tagger finds inflected forms by their endings.
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

const NOUNS = list(`
  abuse academy accident accountant accusation activist actor administration admission adviser advisor advocate agency agreement
  aide aircraft airline airport airstrike alarm alliance allegation ally ambassador ambulance amendment amnesty analyst anarchist
  anniversary announcement apartment appeal applicant architect argument army arrival arsonist article artillery assailant
  assembly assertion assessment association asylum athlete attendee attorney audience author authority avalanche aviation bacteria
  bailout ballot banker bankruptcy barrister battalion bishop blackout blast blaze blizzard bloodshed bomber bombing border
  boss boundary brigade briefing broadcaster bulletin bureaucrat businessman businesswoman bystander cabinet candidate capital
  captain captive carrier casualty cathedral ceasefire celebrity cemetery chairman chairwoman chancellor chaos charity chemist
  chief childcare church citizen citizenship civilian clergy client climate clinic coach coalition coast colleague collision colonel
  columnist commander commission commissioner committee commodity communique community commuter company competitor complaint
  conclusion conference confession confidence confrontation congregation congress congressman congresswoman consensus consequence
  conservationist conservative conspiracy constable constituency consulate consultant consumer contamination contention
  contractor controversy convention conviction convoy cooperation coordinator coroner corporation correspondent corridor corruption
  council councillor counterpart county courtroom courthouse creditor crew crime criminal criminologist crisis critic criticism crossing
  crowd currency curfew customer cyberattack cyclone dam daughter deadline dealer death debris debt decision declaration decree defector
  defence defendant defense deficit delegate delegation demonstrator denial department deployment deputy designer destination destruction
  detainee detective detention developer development diplomat diplomacy director disability disagreement disaster disclosure discrimination
  disease dismissal dispute dissident district diversity doctor document donor driver drone drought earthquake economist economy editor
  editorial education election electorate embassy emergency emission employee employer employment encampment enemy enforcement engineer
  entrepreneur envoy epidemic equipment eruption escalation establishment estate evacuation evacuee evidence examiner exchange execution
  executive expenditure expert explosion explosive export expulsion extradition extremist facility faction factory failure fairness faith
  family famine farmer fatality father federation ferry fighter fighting filmmaker firefighter firearm flooding foreigner founder
  foundation fraud freedom fugitive funding funeral fundraiser gas gathering gendarme general genocide geologist goal governance
  government governor graduate grandfather grandmother gunfire gunman gunmen guideline headline headquarters health hearing heatwave
  helicopter historian homeland homeowner homicide hospital hostage hostility household humanity hurricane husband ideology immigrant
  immigration incident independence indictment industry infantry inflation information infrastructure inhabitant initiative injury innocence
  inquest inquiry insider insurance insurgency insurgent institution intelligence intention intervention interviewer invasion investigation
  investigator investment investor islander jail jet jihadist job journalism journalist journey judgment junta jury justice juror kidnapper
  killer killing kilometer kilometre kingdom lab laboratory landlord landmark landslide lawmaker lawsuit lawyer leader leadership leaflet
  legislation legislator legislature liability liberal liberty lieutenant listener litigation loan lobbyist locality logistics lorry
  magistrate mainland maintenance majority management manager manifesto manslaughter manufacturer marine marriage martyr massacre material
  mayor measurement mechanism media mediator medic medication medicine meeting member membership memo memorandum merchant meteorologist
  migrant migration militant militia minister ministry minority miner misconduct missile mission mob mobilization mobilisation moderator momentum
  monarch monarchy monitor morale mosque motorist movement murderer museum nation nationalist nationality navy negligence negotiation negotiator
  neighbor neighbour neighborhood neighbourhood newsletter newspaper newsroom nominee nomination nurse nutrition obligation observation
  observer occupant offender offence offense offensive officer official ombudsman onlooker operator opinion opponent opportunity opposition organiser organizer
  organisation organization origin outage outbreak outcome outlet outsider oversight owner pandemic parent parliament participant partnership
  passenger passport pastor patience patient payment peacekeeper pedestrian penalty pension pensioner pedophile perpetrator personnel petition
  philanthropist physician pilot pipeline plaintiff planner playwright plea poet policeman policewoman police policy politician politics pollster
  pollution populist population portfolio portion possession postponement poverty precaution predecessor premier premiere preparation presence
  presidency president pressure priest priority prisoner privacy probe procedure proceeding producer production professor profit
  programme propaganda property proposal prosecution prosecutor prospect prosperity protester protestor province provocation publication
  publicist publisher quake quarantine questionnaire racism radiation raid railway rally ransom reactor reader rebel rebellion receipt
  recession recommendation reconciliation referendum reform refugee regiment regime region regulation regulator relationship relative relief
  religion reporter representative republic reputation requirement rescuer researcher reservation reserve reservist reservoir residence
  resident resignation resolution resource respondent restaurant restoration restriction retailer retaliation retirement revelation
  revenue revolution rhetoric rifle rival rocket ruling rumor rumour runway sabotage sanction satellite scandal scenario scholar scientist
  secession secretary sector security seismologist semester senate senator sentiment separatist sergeant settlement settler severity
  sheikh shelling sheriff shooter shooting shortage shutdown singer sister skeptic slogan sniper socialist society soldier son
  source sovereignty spectator spokesman spokesperson spokeswoman stability stadium staffer stakeholder stance statement station statistic
  statute stockpile strategist strategy student submarine subsidy successor suicide summit superintendent supporter supplier surgeon surgery
  surveillance survivor suspicion sympathy syndicate tactic taxpayer teacher technician technology teenager temperature tenant tension term
  territory terror terrorism terrorist testimony theatre theory thief threshold threat tornado tourism tourist toxin trader tragedy traitor transcript
  transparency treasurer treasury treaty tribe tribunal troop truce truth tsunami turmoil turnout tycoon typhoon tyranny ultimatum
  undersecretary understanding unemployment uniform union unionist unity university unrest upheaval uprising vaccination vaccine vehicle venue
  verdict version vessel veteran victim victory videographer viewer village villager violation violence virus vocabulary volunteer voter
  warehouse warfare warhead warning warrior warship waterway weapon website welfare wife wildfire wildlife wilderness winner withdrawal
  witness woman worker workforce workplace worshipper wreckage writer youth`);

const VERBS = list(`
  abandon abolish accept accompany accomplish accuse achieve acknowledge acquire activate adapt add address adjust admit adopt advise affirm
  afford agree alert allege allocate allow amend announce anticipate apologise apologize appear applaud apply appoint appreciate approve argue arise
  arrange arrive ascertain ask assassinate assemble assert assess assign assume assure attend attract await avoid believe belong betray blame boast
  brag broaden calculate cancel celebrate characterise characterize choose chide cite clarify collapse collect commemorate commence commit communicate complain complete
  comply concede conceal conclude condemn confess confirm confiscate congratulate consider consist construct consult contain contend continue contradict
  contribute convene convey convict convince coordinate cope correct criticise criticize damage debunk decide declare decline dedicate deem defeat
  defend define defuse delete deliver demolish denounce deny depict deploy deport depend deprive derail describe deserve destroy detain deteriorate determine
  devastate develop deploy differ diminish disagree disappear disclose discover discuss dismiss dispatch displace dispel disperse dissolve distance distribute donate
  dub elaborate elect eliminate embrace emerge emphasise emphasize enable encounter encourage endorse enforce engage enhance enlist ensure enter entitle
  envisage erupt escape establish evacuate evade examine exceed exclude exonerate expand expect expel explain exploit expose express extend extinguish extradite face
  facilitate fail finalise finalize flee foresee forbid forgive fulfil fulfill gather generate govern grab grant guarantee happen hijack identify ignore illustrate
  imagine implement imply impose imprison improve incite include incorporate incur indicate indict infer infiltrate inform inherit initiate injure insist inspect inspire
  instruct insult intend intensify interrupt intercept intervene introduce invade invest investigate invite involve issue jeopardise jeopardize join justify kidnap kill
  know launch legalise legalize legislate lend let liberate maintain manage manipulate marry meet memorise mention misinterpret mislead mitigate mobilise mobilize
  modify mourn murder negotiate neglect nominate notify obey obtain occupy occur offend oppose organise organize oust outline overcome overrule oversee
  overthrow overturn owe participate penetrate perceive perform permit persuade pertain plead pledge portray possess postpone praise predict prefer prepare preserve prevail prevent
  proceed proclaim prohibit promote propose prosecute protect prove provide provoke publish punish purport pursue quell reaffirm realise realize reassure
  rebuild rebuff rebuke recall receive recognise recognize recommend reconsider recover recruit recall reduce reelect reestablish refer refuse refute regain regard register regret
  reinforce reiterate reject relate relocate rely remain remember remind remove renounce renew reopen repair repatriate repel replace reply repress rescue resemble
  resent reside resign resist resolve respond restore restrict resume retain retaliate retire retract retrieve reveal revoke ridicule rise safeguard satisfy
  say scold secure seem seize select send separate settle shelter shrug simplify smuggle solve speculate speak spend stabilise stabilize starve stem strengthen
  stun submit subpoena succeed sue suffer suggest summon supervise suppress surrender surround survive suspend sustain sway swear tackle tell terminate
  terrify testify thank threaten tighten tolerate topple torture transform translate transmit trigger undergo underline undermine underscore undertake unveil update
  urge vanish verify violate warn weaken welcome withdraw withhold withstand worsen write`);

const NOUNS_OR_VERBS = list(`
  access account act advance aim air alarm amount answer appeal approach arrest assault attack attempt auction award back ban bar base battle
  beat benefit bet bid bill blast block bomb boost breach break bribe bridge brief broadcast budget burn call camp campaign care cast cause challenge
  change charge chase check claim clash clean climb close combat comfort command comment compromise concern conduct conflict contact contest contract
  control cost counter couple cover crack crackdown crash cross cry cure cut damage dance date deal debate decrease default delay demand
  design desire detail dispute display divorce doubt draft dream drift drill drink drive drop dump end escape escort estimate exercise exit experience
  experiment fall favor favour fear feature fight figure file film finance find fine fire flash flight flood flow focus force forecast frame
  function fund gain grade grip guard guess guide halt harm hate head help hint hire hit hold hope host house hunt impact increase influence
  insult interest interview joke jump kick land lead leak lift limit line link list load look lose love march mark market
  mask match matter measure mind mistake mix monitor move name need note notice object offer order orbit pact parade park pass patrol pause pay peak phone
  pilot place plan plant play plot point poison poll post power praise present press probe process profile program progress project promise protest
  purchase push question quote race raid rain raise rally range rank rate reach reason rebel record reform release remark rent
  repeat report request research respect rest result retreat return reverse review reward riot risk role rule run rush sail sample scale
  score scream search seal sense sentence serve shake shape share shell shift ship shock shoot show shout sign signal slam sound spark
  spill split sponsor spot spread staff stage stand start state stay step stop store storm stress strike struggle study
  support surge surprise survey suspect target tax tear test toll touch tour trace track trade train transfer transport travel treat trend
  trial trouble trust turn tweet use view visit voice vote vow wait walk want watch wave win wish work worry wound`);

const ADJECTIVES = list(`
  able absent absolute academic active acute adequate aerial afraid aggressive alive angry annual anonymous anti apparent armed asleep available aware
  bilateral bitter black blatant brave brief bright broad brutal busy calm capable careful central certain cheap civic civil classified clear cold comfortable
  commercial common competitive complex comprehensive concrete conditional confidential constitutional controversial correct corrupt courageous covert credible
  crucial cruel current cultural cynical dangerous dead deadly decent defensive defiant deliberate democratic desperate different difficult diplomatic dire
  direct dishonest disastrous domestic dramatic due eager early eastern economic effective efficient electoral electric elementary emotional enormous
  environmental equal ethnic eventual evident evil exact excellent exclusive expensive explicit extensive external extraordinary extreme fair false familiar
  fatal federal fierce final financial firm fiscal flawed foolish foreign formal former fragile free frequent fresh full fundamental furious generous genuine global
  grateful grave great guilty happy hard harmful harsh healthy heavy high historic historical honest horrible hostile huge humanitarian humane
  ill illegal immediate imminent immune important impossible inaccurate inadequate incorrect independent indirect individual industrial inevitable inhumane
  initial innocent intelligent intense interim internal international irresponsible jewish joint judicial key large late latest lawful legal legislative
  legitimate lethal liable likely limited local logical long low loyal main major massive maternal medical mental military minimal minor missing moderate
  modern modest moral municipal mutual narrow national native natural necessary negative nervous neutral new nervous northern notable notorious
  nuclear numerous objective obvious odd official ongoing open orderly ordinary outrageous overseas overwhelming parliamentary partial partisan passive
  peaceful permanent personal physical plain polite political poor popular positive possible potential powerful practical precise preliminary present
  presidential prior private probable proper prominent proud provincial public punitive quick quiet racist radical random rapid rare raw ready real
  reasonable reckless recent regional regular related relevant reliable religious reluctant remote residential responsible rich ridiculous rigid robust rude
  rural sad safe scared scientific seasonal secret secular seismic senior sensitive separate serious severe shallow sharp short sick significant silent similar
  simple sincere skeptical slow small social solar solid southern sovereign special specific stable steady strange strategic strict strong stupid
  subsequent substantial successful sudden sufficient suitable superior suspicious symbolic tall tactical technical temporary terrible thick thin
  tight top total tough toxic traditional tragic transparent tremendous tribal true typical ultimate unable unacceptable unanimous unaware uncertain unclear
  unconstitutional undercover unfair unfortunate unhappy unhealthy unidentified unlawful unlikely unnamed unprecedented unreasonable unsafe untrue upset urban urgent useful usual vague valid
  various vast vicious violent virtual visible vital vocal volatile voluntary vulnerable warm weak wealthy weird western wide widespread willing wise worried
  wounded wrong young`);

const PASTS = list(`
  bent bet bid bled bought bound bred brought built burnt burst cast caught clung cost crept cut dealt dug fed fled flung fought found ground
  had heard held hit hung hurt kept knelt laid leapt learnt led left lent let lit lost made meant met misled paid put quit read rebuilt
  rid said sat sent set shed shot shut sold sought sped spelt spent spilt split spread stood struck stuck stung swept swung
  taught thought thrust told understood upheld upset wept withheld withstood won wound wrung`);

const SIMPLE_PASTS = list(`
  ate arose awoke became began bit blew broke came chose drank drew drove fell flew forbade forgave forgot froze gave got grew hid knew lay
  mistook overcame overthrew oversaw overtook ran rang rode rose sang sank saw shook shrank sprang spoke stole strove swam swore tore
  took threw undertook underwent went withdrew woke wore wove wrote`);

const PARTICIPLES = list(`
  arisen bitten blown borne broken chosen done drawn driven drunk eaten fallen flown forbidden forgiven forgotten frozen given gone gotten grown
  hidden known lain mistaken overthrown overseen overtaken proven ridden risen seen shaken shown shrunk spoken stolen sung sunk sworn swum
  taken thrown torn undergone undertaken withdrawn woken worn woven written`);

const FORMS_IN_ING = list("bring sing sting swing cling fling wring string");

/** Every word of the lists with the parts of speech that it can have. */
export function lexiconWords(): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  const add = (group: readonly string[], pos: readonly string[]): void => {
    for (const word of group) words.set(word, [...new Set([...(words.get(word) ?? []), ...pos])]);
  };
  add(NOUNS, ["NOUN"]);
  add(VERBS, ["VB", "VBP"]);
  add(NOUNS_OR_VERBS, ["NOUN", "VB", "VBP"]);
  add(ADJECTIVES, ["ADJ"]);
  add(PASTS, ["VBD", "VBN"]);
  add(SIMPLE_PASTS, ["VBD"]);
  add(PARTICIPLES, ["VBN"]);
  add(FORMS_IN_ING, ["VB", "VBP"]);
  return words;
}
