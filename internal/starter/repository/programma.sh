#!/bin/sh
# Voert het programma wijkvisie uit, in de versie die in VERSION staat:
#
#   sh programma.sh build     maakt de site, in de map public
#   sh programma.sh check     zegt wat er fout of twijfelachtig is
#
# Het programma is de kopie in de map programma. Is die er niet, dan haalt Go het op bij
# het adres op de tweede regel van VERSION. Lukt dat ook niet, dan stopt dit script met
# een fout, en dan publiceert een webhost niets.
set -eu

fout() {
	printf 'programma.sh: %s\n' "$1" >&2
	exit 1
}

CDPATH='' cd -- "$(dirname -- "$0")"

versie=''
adres=''
if [ -f VERSION ]; then
	{
		read -r versie || true
		read -r adres || true
	} <VERSION
fi

# Het adres dat de webhost in ADRES geeft, telt zolang site.yaml er geen noemt. Een adres
# bij example.nl is een voorbeeld.
if [ "${1-}" = build ] && [ -n "${ADRES-}" ]; then
	if ! grep '^basis-url:' content/site.yaml | grep -qv 'example\.nl'; then
		set -- "$@" --base-url "$ADRES"
	fi
fi

# Staat BEWERKEN op ja, dan komt de pagina om te bewerken (de map admin) op de site.
if [ "${1-}" = build ] && [ "${BEWERKEN-}" = ja ]; then
	[ -f admin/package.json ] || fout "er is geen map admin; die maakt: wijkvisie new site MAP --cms sveltia --repo EIGENAAR/NAAM"
	npm --prefix admin run publiceer >&2 || fout "de pagina om te bewerken is niet opgehaald."
fi

kopie=programma/wijkvisie-linux-amd64
machine="$(uname -s) $(uname -m)"

if [ -f "$kopie" ] && [ "$machine" = 'Linux x86_64' ]; then
	if ! (cd programma && sha256sum -c SHA256SUMS >/dev/null 2>&1); then
		fout "$kopie is niet het programma dat in programma/SHA256SUMS staat; zet beide terug uit dezelfde versie."
	fi
	[ -x "$kopie" ] || chmod +x "$kopie"
	exec "./$kopie" "$@"
fi

if [ -n "$adres" ]; then
	command -v go >/dev/null 2>&1 || fout "Go ontbreekt op deze machine; dat haalt het programma op bij $adres."
	exec go run "$adres@$versie" "$@"
fi

if [ -f "$kopie" ]; then
	fout "$kopie is voor Linux op amd64, en dit is $machine. Typ hier: wijkvisie ${1-build}"
fi
fout "het programma wijkvisie is er niet. Zet het in deze map: maak een map programma met daarin het bestand wijkvisie-linux-amd64 en het bestand SHA256SUMS (zie README.md), of begin opnieuw met: wijkvisie new site MAP --with-program"
