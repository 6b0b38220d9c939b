/** Who does this to a remark, its document or its speaker brings it to the public. */
export const BROUGHT =
  /^(?:reported|repeated|uncovered|revealed|seen|saw|obtained|carried|published|broadcast|aired|printed|reprinted|serialised|serialized|quoted|cited|reviewed|viewed|leaked|shared|interviewed|asked|pressed|questioned|approached|contacted|reached|posted|released|run|ran|relayed|monitored|recorded|heard|read|reproduced|received|telephoned|visited|met|consulted|transcribed|translated|summarised|summarized|surveyed|polled|confronted|forwarded|circulated|intercepted|unearthed|examined|acquired|found|filmed|shown|showed|featured|picked|credited|retold|verified|disclosed|conducted|established|summarised|paraphrased)$/;
/** What is said, written or shown, so that "to", "in" or "with" a paper behind it names the carrier. */
export const SAYING =
  /^(?:remarks?|comments?|statements?|interviews?|conversations?|talks?|letters?|e-?mails?|messages?|replies|reply|answers?|notes?|testimony|confession|telegrams?|articles?|columns?|essays?|op-ed|piece|posts?|reports?|accounts?|dispatch(?:es)?|story|stories|editorials?|appearance|appearances|broadcast|bulletin|programme|program|briefing|briefings|words|claims?|promise|pledge|assurance|warning|message|diary|exchange|call|version|profile|documentary|recordings?|footage|video|pictures|film|transcript|extracts|excerpts|leaks?|disclosures?)$/;
/** Forms of speaking that a paper may stand behind with a preposition. */
export const SPOKE =
  /^(?:emailed|e-mailed|mailed|faxed|texted|submitted|dictated|appears?|calling|phoning|ringing|telephoning|called|phoned|rang|rung|confessed|spoke|speaking|spoken|speaks|speak|talked|talking|talks|talk|writing|written|wrote|writes|appearing|appeared|told|quoted|published|printed|carried|aired|broadcast|cited|reported|serialised|serialized|interviewed|given|gave|giving|made|sent|delivered|addressed|dropped|dispatched|released|issued|brought|faxed|leaked|provided|handed|shown|passed|confided|disclosed|said|says|say|heard|seen|read|repeated|shared|posted|featured|answering|replying|responding|went|appeared|goes)$/;
/** What a paper's own telling is called: "in the Sentry's version". */
export const TELLING =
  /^(?:account|version|report|reports|reporting|interview|pages|columns|edition|bulletin|broadcast|telling|story|article|website|site|programme|program|investigation|coverage|dispatch|evening|morning|front|main|latest|online|live|late|early|show|breakfast|phone-in|podcast|channel|airwaves|studio|newsletter|letters)$/;
/** A paper that does this with a document or a speaker passes on what is said there. */
export const HOLDS =
  /^(?:seen|saw|sees|viewed|reviewed|acquired|received|has|have|had|having|publish(?:ed|es|ing)?|print(?:ed|s|ing)?|ran|run|runs|running|play(?:ed|s|ing)?|feature(?:d|s)?|obtain(?:ed|s|ing)?|leak(?:ed|s|ing)?|broadcast|broadcasts|broadcasting|air(?:ed|s|ing)?|carr(?:ied|ies|y|ying)|post(?:ed|s|ing)?|releas(?:ed|es|ing)|reproduc(?:ed|es|ing)|show(?:ed|s|n|ing)?|read|reads|reading|cit(?:ed|es|ing)|quot(?:ed|es|ing)|relay(?:ed|s|ing)?|repeat(?:ed|s|ing)?|withdrew|retracted|withdrawn|rests?|rested|relies|relied|draws|drew|leans|leaned)$/;
export const WITHIN = /^(?:noun|name|number|determiner|possessive|preposition)$/;
export const OBJECT = /^(?:determiner|name|possessive|noun)$/;
export const NAMED = /^(?:named?|identify|identified)$/;
export const PREPOSITIONS = /^(?:by|to|with|in|on|for|from|via|through)$/;
