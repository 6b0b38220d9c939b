const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Nouns for people, singular, that no ending tells or that an ending would mistake. */
export const PEOPLE: ReadonlySet<string> = set(`
people person man woman child boy girl baby infant newborn toddler teenager teen adolescent adult minor youth kid pupil student undergraduate graduate
boarder classmate schoolchild schoolgirl schoolboy schoolmate youngster tot octogenarian nonagenarian septuagenarian centenarian pensioner elder elderly senior
retiree oap male female lad lass bloke chap guy lady gentleman gent soul life hand head folk humankind human being individual civilian noncombatant
relative relation parent mother father mum dad mom stepmother stepfather son daughter stepson stepdaughter brother sister sibling twin triplet wife husband spouse
partner widow widower orphan grandmother grandfather grandparent grandchild grandson granddaughter cousin uncle aunt nephew niece in-law family couple fiance fiancee
neighbour neighbor friend colleague comrade companion acquaintance roommate flatmate teammate boyfriend girlfriend lover godson
soldier troop troops trooper personnel serviceman servicewoman recruit reservist cadet conscript draftee sergeant corporal captain major general colonel lieutenant brigadier marshal
private admiral commodore ensign midshipman bombardier gunner fusilier grenadier lancer hussar dragoon guardsman rifleman infantryman artilleryman tankman cavalryman
paratrooper commando ranger sniper sapper marksman legionnaire marine airman airwoman pilot copilot co-pilot navigator sailor seaman seafarer mariner submariner bosun boatswain mate
deckhand stoker cook steward stewardess purser skipper helmsman oarsman rower boatman ferryman veteran defender invader occupier warrior peacekeeper observer monitor mercenary contractor
instructor adviser advisor militant militiaman insurgent rebel guerrilla partisan gunman fighter combatant terrorist jihadist extremist separatist loyalist bomber attacker assailant
raider marauder bandit brigand pirate hijacker kidnapper abductor hostage captive prisoner inmate detainee internee convict suspect culprit fugitive escapee defector deserter offender murderer
killer rapist thug hooligan looter arsonist poacher smuggler trafficker gangster mobster robber thief burglar pickpocket dealer addict drunk junkie mobster hitman shooter stabber knifeman
police policeman policewoman constable officer official cop guard bodyguard sentry watchman warder jailer gaoler marshal sheriff deputy detective inspector investigator bailiff gendarme
carabiniere patrolman guardian warden ranger gamekeeper coastguard lifeguard rescuer firefighter fireman firewoman paramedic medic ambulanceman responder first-responder volunteer
nurse midwife doctor physician surgeon consultant clinician dentist pharmacist chemist psychiatrist therapist orderly carer caregiver patient outpatient inpatient donor
monk nun priest imam mullah cleric clergyman clergy bishop archbishop cardinal rabbi vicar pastor chaplain deacon abbot sexton friar novice missionary preacher pilgrim hajji worshipper
worshiper churchgoer parishioner congregant devotee believer mourner bride groom bridesmaid celebrant reveller reveler partygoer clubber concertgoer festivalgoer guest visitor attendee
diner drinker patron customer shopper client buyer consumer onlooker bystander spectator passer-by passerby passers-by witness pedestrian walker jogger runner cyclist rider biker
motorcyclist motorist driver chauffeur cabbie trucker passenger commuter traveller traveler holidaymaker vacationer tourist backpacker hiker rambler trekker climber mountaineer caver
potholer skier snowboarder tobogganer skater bather swimmer surfer diver snorkeller kayaker canoeist angler boater yachtsman yachtswoman camper caravanner picnicker stowaway castaway
resident inhabitant citizen local islander villager townsperson townsman tenant lodger homeowner householder occupant dweller squatter settler native foreigner alien expatriate expat
national compatriot countryman subject refugee migrant immigrant emigrant evacuee returnee exile asylum-seeker deportee nomad bedouin gypsy traveller slum-dweller highlander lowlander
worker labourer laborer employee staff staffer operative apprentice trainee intern temp foreman supervisor miner pitman collier quarryman driller rigger roughneck welder fitter plumber
electrician mechanic technician engineer builder bricklayer mason carpenter joiner roofer scaffolder plasterer painter decorator glazier steelworker millworker mill-hand docker
stevedore longshoreman porter loader warehouseman packer cleaner janitor caretaker maid servant butler cook chef baker butcher waiter waitress barman barmaid bartender vendor hawker
seller trader merchant shopkeeper stallholder grocer greengrocer salesman saleswoman cashier clerk teller secretary typist receptionist accountant auditor banker broker lawyer attorney
barrister solicitor judge magistrate juror notary prosecutor teacher schoolteacher headteacher principal lecturer professor tutor academic scholar scientist researcher librarian
archivist curator architect surveyor cartographer journalist reporter correspondent editor columnist photographer cameraman camerawoman broadcaster presenter newsreader blogger writer
author poet novelist artist actor actress dancer singer musician drummer fiddler conductor performer acrobat clown stuntman model athlete player footballer cricketer boxer wrestler
jockey sprinter coach trainer referee umpire fan supporter follower activist campaigner protester protestor demonstrator marcher picket striker rioter dissident organiser organizer
farmer farmhand farmworker planter grower peasant sharecropper ploughman herder herdsman shepherd goatherd cowherd drover rancher cowboy milkmaid fisherman fisher fisherwoman trawlerman whaler
hunter trapper forester logger lumberjack woodcutter gardener beekeeper miller weaver tailor seamstress dressmaker cobbler shoemaker blacksmith potter tanner dyer carter postman
postwoman courier messenger milkman binman refuse-collector busker beggar vagrant pauper slave serf captor hermit
mayor minister premier president king queen prince princess emperor sultan emir sheikh chief chieftain leader deputy senator congressman congresswoman lawmaker legislator parliamentarian
mp mps councillor councilor alderman governor commissioner diplomat envoy ambassador consul attache aide secretary spokesman spokeswoman spokesperson delegate representative candidate voter elector
politician member officeholder bureaucrat civil-servant magnate tycoon entrepreneur executive director manager boss owner founder chairman chairwoman shareholder investor saver depositor
borrower debtor creditor taxpayer ratepayer claimant applicant jobseeker landlord landlady victim survivor casualty sufferer fatality invalid amputee paraplegic epileptic diabetic
crew-member crewman crewmate crewmember gold-digger prospector astronaut cosmonaut aid-worker peace-keeper social-worker health-worker paramilitary irregular auxiliary regular territorial
cadre operative commander lieutenant-colonel subordinate orphan interpreter translator guide scout helper assistant usher attendant janissary custodian hostel-dweller paratroop
german frenchman frenchwoman englishman englishwoman scot welshman irishman dutchman spaniard swede dane finn pole czech slovak serb croat turk greek kurd arab jew muslim christian hindu
sikh buddhist catholic protestant orthodox pakistani israeli iraqi afghan saudi thai filipino swiss japanese chinese vietnamese portuguese briton american canadian mexican african asian european
`);

/** Soldiers and the like: who seizes them captures, not kidnaps. */
export const FIGHTERS: ReadonlySet<string> = set(`
soldier troop troops trooper serviceman servicewoman sergeant corporal captain major general colonel lieutenant brigadier private officer conscript reservist recruit cadet infantryman paratrooper
commando marine airman pilot guardsman rifleman militiaman fighter gunman militant insurgent rebel guerrilla partisan combatant mercenary peacekeeper legionnaire defender personnel
`);
