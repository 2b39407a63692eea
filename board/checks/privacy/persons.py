"""Words for one person, as patterns begin or end with them: “de bewoonster”, “meneer”, “zij”."""

PERSON = (
    r"(?:patiënte?|cliënte?|klant|(?:be|in)wo(?:ner|onster)|bezoek(?:er|ster)|beller|jongeman|jongedame|"
    r"jonge (?:man|vrouw)|"
    r"jongere|kleuter|peuter|dreumes|tiener|puber|scholier|studente?|statushouder|vluchteling|nieuwkomer|werkzoekende|"
    r"mantelzorg(?:er|ster)|leerlinge?|vriend(?:in)?|klager|oude baas|oudje|stakker|meid|knul|kerel|oudste|jongste|"
    r"iemand|"
    r"aanvra(?:ger|agster)|huur(?:der|ster)|jongen|meisje|"
    r"man|vrouw|zoon(?:tje)?|dochter(?:tje)?|moeder|vader|opa|oma|weduwe|weduwnaar|mevrouw|meneer|mijnheer|heer|dame|"
    r"baby|kind(?:je)?|broer(?:tje)?|zus(?:je)?|deeln(?:emer|eemster)|buur(?:man|vrouw)|partner|tante|oom|"
    r"jarige|(?:honderd|negentig)jarige|mw|mevr|mvr|dhr|betrokkene|melder|meldster)"
)
PRONOUN = r"(?:hij|zij|ze)"
