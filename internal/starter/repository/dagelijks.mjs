// Netlify voert dit elke nacht uit: het vraagt om een nieuwe bouw van de site, zodat een embargo
// afloopt en een toezegging te laat wordt zonder dat iemand iets wijzigt. Zet het adres van een
// build hook van Netlify in de variabele BOUWHAAK.
export default async () => {
  const adres = process.env.BOUWHAAK;
  if (!adres) {
    console.log("BOUWHAAK is niet ingesteld: de site wordt niet elke nacht opnieuw gemaakt.");
    return;
  }
  const antwoord = await fetch(adres, { method: "POST" });
  if (!antwoord.ok) {
    throw new Error(`de build hook antwoordde met ${antwoord.status}`);
  }
};

// Kort na middernacht in Nederland: 22.07 uur UTC in de zomer, 23.07 uur in de winter.
export const config = { schedule: "7 22,23 * * *" };
