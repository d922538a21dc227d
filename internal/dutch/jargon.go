package dutch

import "strings"

// Simpler returns the simpler words for one that only officials use, and reports whether
// there are any. It knows the word in its usual forms, whatever its capitals.
func Simpler(word string) (simpler string, ok bool) {
	simpler, ok = simplerByForm[strings.ToLower(word)]
	return simpler, ok
}

// simplerByForm is jargon by each form of a word. Nothing changes it.
var simplerByForm = indexJargon()

func indexJargon() map[string]string {
	index := make(map[string]string, 2*len(jargon))
	for _, row := range jargon {
		for form := range strings.FieldsSeq(row.forms) {
			index[form] = row.simpler
		}
	}
	return index
}

// jargon is words that residents stumble over, each in its usual forms, with the words that
// they use themselves in the form of a dictionary. It follows what municipalities give their
// own writers: the lists of "Direct Duidelijk", Taalunie's "Heerlijk Helder" and the style
// guides of Amsterdam and Utrecht. Nothing changes it.
var jargon = []struct{ forms, simpler string }{
	{"aanvang aanvangen", "begin, beginnen"},
	{"accommodatie accommodaties", "gebouw, ruimte"},
	{"actualiseren geactualiseerd actualisering", "bijwerken"},
	{"additioneel additionele", "extra"},
	{"adequaat adequate", "goed, passend"},
	{"adviseren", "raad geven"},
	{"afstemmen afstemming", "overleggen, overleg"},
	{"alsmede", "en ook"},
	{"alvorens", "voordat"},
	{"ambitie ambities", "plan, wens"},
	{"anticiperen", "rekening houden met"},
	{"arrangement arrangementen", "aanbod, afspraak"},
	{"beleidskader beleidskaders", "plan, regels"},
	{"beleidsvoornemen beleidsvoornemens", "plan"},
	{"benchmark benchmarken", "vergelijking"},
	{"beogen beoogt beoogde", "willen bereiken"},
	{"betreffende", "over"},
	{"bewerkstelligen", "zorgen voor"},
	{"borgen geborgd borging", "ervoor zorgen dat het zo blijft"},
	{"citymarketing", "reclame voor de stad"},
	{"cofinanciering", "samen betalen"},
	{"commitment", "steun, belofte"},
	{"communiceren gecommuniceerd", "vertellen, laten weten"},
	{"conform", "volgens"},
	{"consulteren geconsulteerd consultatie", "vragen, raadplegen"},
	{"continueren gecontinueerd continuering", "doorgaan met"},
	{"convenant convenanten", "afspraak"},
	{"coördineren coördinatie", "regelen"},
	{"cultuurparticipatie", "meedoen aan kunst en cultuur"},
	{"derhalve", "daarom"},
	{"desbetreffende", "deze, die"},
	{"desondanks", "toch"},
	{"dienaangaande", "daarover"},
	{"dienen dient", "moeten"},
	{"draagvlak", "steun"},
	{"draagkracht", "wat iemand kan betalen of aankan"},
	{"effectief effectieve effectiviteit", "wat werkt"},
	{"evalueren geëvalueerd evaluatie", "bekijken hoe het ging"},
	{"facilitair facilitaire", "voor gebouw en spullen"},
	{"faciliteren gefaciliteerd faciliteert", "helpen, mogelijk maken"},
	{"faciliteit faciliteiten", "voorziening"},
	{"fasering gefaseerd gefaseerde", "in stappen"},
	{"financieren gefinancierd", "betalen"},
	{"fysiek fysieke", "lichamelijk, gebouwd, op straat"},
	{"gebiedsgericht gebiedsgerichte", "per wijk"},
	{"gedifferentieerd gedifferentieerde differentiatie", "verschillend"},
	{"geïntegreerd integraal integrale", "als geheel, samen"},
	{"gremium gremia", "groep, overleg"},
	{"handhaven handhaving", "zorgen dat mensen zich aan de regels houden"},
	{"herijken herijking", "opnieuw bekijken"},
	{"herinrichten herinrichting", "opnieuw inrichten"},
	{"implementeren geïmplementeerd implementatie", "invoeren"},
	{"inclusief inclusieve inclusiviteit", "voor iedereen"},
	{"indien", "als"},
	{"infrastructuur infrastructurele", "wegen, paden en leidingen"},
	{"initiëren geïnitieerd", "beginnen"},
	{"inspanningsverplichting", "belofte om zijn best te doen"},
	{"instrumentarium", "middelen"},
	{"intensiveren geïntensiveerd intensivering", "meer doen"},
	{"interventie interventies", "ingreep, hulp"},
	{"inventariseren geïnventariseerd inventarisatie", "op een rij zetten"},
	{"jegens", "tegen, voor"},
	{"kaderstellend kaderstellende", "dat de regels geeft"},
	{"knelpunt knelpunten", "probleem"},
	{"kwantitatief kwantitatieve", "in aantallen"},
	{"kwalitatief kwalitatieve", "goed, naar kwaliteit"},
	{"leefbaarheid", "hoe prettig het wonen is"},
	{"middels", "met, door"},
	{"mitigeren mitigatie mitigerende", "verzachten"},
	{"mits", "als"},
	{"mobiliteit", "verkeer, vervoer"},
	{"monitoren gemonitord monitoring", "volgen"},
	{"nader nadere", "verder, later"},
	{"nopen noopt", "dwingen"},
	{"omtrent", "over"},
	{"onderhavig onderhavige", "deze, dit"},
	{"ontsluiten ontsluiting", "bereikbaar maken"},
	{"operationeel operationele", "in bedrijf, klaar"},
	{"optimaliseren geoptimaliseerd optimalisatie", "verbeteren"},
	{"optimaal optimale", "zo goed mogelijk"},
	{"participeren participeert participatie", "meedoen"},
	{"perspectief perspectieven", "kans, uitzicht"},
	{"pilot pilots", "proef"},
	{"planvorming", "plannen maken"},
	{"prioriteren geprioriteerd prioritering", "kiezen wat eerst komt"},
	{"proactief proactieve", "uit zichzelf, op tijd"},
	{"randvoorwaarde randvoorwaarden", "wat nodig is"},
	{"realiseren gerealiseerd realisatie", "maken, bereiken"},
	{"reconstructie reconstrueren", "opnieuw aanleggen"},
	{"reduceren gereduceerd reductie", "minder maken"},
	{"regie regisseren", "leiding"},
	{"renovatie renoveren", "opknappen"},
	{"signaleren gesignaleerd", "merken, zien"},
	{"stagneren stagnatie", "stilstaan"},
	{"stakeholder stakeholders", "wie ermee te maken heeft"},
	{"stimuleren gestimuleerd stimulering", "helpen, aanmoedigen"},
	{"structureel structurele", "altijd, elk jaar"},
	{"synergie", "samen meer bereiken"},
	{"teneinde", "om"},
	{"tevens", "ook"},
	{"thans", "nu"},
	{"transitie transities", "verandering"},
	{"transparant transparante transparantie", "open, duidelijk"},
	{"uitrol uitrollen", "invoeren"},
	{"verankeren verankerd verankering", "vastleggen"},
	{"vigerend vigerende", "dat nu geldt"},
	{"voornemens", "van plan"},
	{"voorts", "verder, ook"},
	{"vooralsnog", "voorlopig"},
	{"vroegtijdig vroegtijdige", "op tijd"},
	{"wenselijk wenselijke", "goed, gewenst"},
	{"zorgdragen", "zorgen"},
}
