#!/bin/sh
# Makes the documents of this folder from their sources: those in HTML and in the XML of
# LibreOffice by LibreOffice, and those of which the parts lie in a folder, as Word writes
# them, by zip.
set -e
cd "$(dirname "$0")"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
soffice --headless "-env:UserInstallation=file://$home" --convert-to 'docx:MS Word 2007 XML' --infilter='HTML (StarWriter)' ./*.html
soffice --headless "-env:UserInstallation=file://$home" --convert-to 'docx:MS Word 2007 XML' ./*.fodt
for parts in ./*.parts; do
	name=$PWD/${parts%.parts}.docx
	rm -f "$name"
	(cd "$parts" && zip -q -X -D -r "$name" '[Content_Types].xml' _rels word)
done
