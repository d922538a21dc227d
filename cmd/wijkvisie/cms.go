package main

import (
	"strings"

	"wijkvisie/internal/noun"
	"wijkvisie/internal/starter"
)

// adminFiles returns the files of the page on which a new site is edited, none when it has none.
func adminFiles(opt *options, told *noun.Nouns) (map[string]string, error) {
	system, repository, err := cmsOf(opt)
	if err != nil || system.Name == "" {
		return nil, err
	}
	if repository.Needs(system) {
		return nil, usageError{say(opt.lang, sayCMSLogin, system.Title)}
	}
	return system.Files(repository, told), nil
}

// cmsOf returns the content management system that was asked for, and the repository. Without
// --cms both are empty.
func cmsOf(opt *options) (starter.CMS, starter.Remote, error) {
	if opt.cms == "" {
		if alone := opt.given("repo", "branch", "login"); len(alone) > 0 {
			return starter.CMS{}, starter.Remote{}, usageError{say(opt.lang, sayCMSMissing, strings.Join(alone, ", "), strings.Join(starter.CMSNames(), ", "))}
		}
		return starter.CMS{}, starter.Remote{}, nil
	}
	system, ok := starter.CMSOf(opt.cms)
	if !ok {
		return starter.CMS{}, starter.Remote{}, usageError{say(opt.lang, sayCMSUnknown, opt.cms, strings.Join(starter.CMSNames(), ", "))}
	}
	if opt.repo == "" {
		return starter.CMS{}, starter.Remote{}, usageError{say(opt.lang, sayCMSRepository, system.Title)}
	}
	repository, err := starter.ParseRemote(opt.repo)
	if err != nil {
		return starter.CMS{}, starter.Remote{}, usageError{say(opt.lang, sayCMSNoRepository, opt.repo)}
	}
	repository.Branch, repository.Login = opt.branch, opt.login
	return system, repository, nil
}

var (
	sayCMSUnknown      = phrase{"het contentsysteem %q is onbekend; kies uit: %s", "the content management system %q is unknown; choose one of: %s"}
	sayCMSMissing      = phrase{"%s: alleen samen met --cms; zeg welk contentsysteem: %s", "%s: only together with --cms; say which content management system: %s"}
	sayCMSRepository   = phrase{"%s bewaart in de repository van de site: zeg welke, met --repo EIGENAAR/NAAM (GitHub) of --repo https://gitlab.com/GROEP/NAAM", "%s saves to the repository of the site: say which, with --repo OWNER/NAME (GitHub) or --repo https://gitlab.com/GROUP/NAME"}
	sayCMSNoRepository = phrase{"%q is geen repository: schrijf EIGENAAR/NAAM (GitHub) of het adres, zoals https://gitlab.com/GROEP/NAAM", "%q is no repository: write OWNER/NAME (GitHub) or its address, as in https://gitlab.com/GROUP/NAME"}
	sayCMSLogin        = phrase{"om met %s bij een GitLab in te loggen is het id van een applicatie nodig: maak die in GitLab (Preferences > Applications, scope api, niet confidential) en geef het id met --login", "to sign in at a GitLab, %s needs the id of an application: make one in GitLab (Preferences > Applications, scope api, not confidential) and give its id with --login"}
	sayCMSNext         = phrase{"Hoe u de pagina om te bewerken opent en publiceert, staat in %s.", "How to open and publish the page to edit on is told in %s."}
)
