import type { Task } from "../task";

/**
 * Words that tell a task, each list one text for easy reading. `name` words name the task itself
 * (weight 4), `strong` ones rarely mean anything else (3), `weak` ones only lean (1.2). `fix+grammar` is two
 * words in a row, articles between them not counted. Languages: English, German, Spanish, French,
 * Portuguese, Hindi. Chinese and Japanese, which set no spaces, are in `cue-glyphs.ts`.
 */
export type CueWords = { readonly name: string; readonly strong: string; readonly weak: string };

export const cueWords: Readonly<Record<Task, CueWords>> = {
  code: {
    name: `python javascript typescript java kotlin golang rust sql regex bash html css php react
      node django dockerfile kubernetes algorithm refactor debug implement codebase write+function
      write+program write+script write+class write+code write+query unit+test unit+tests
      pull+request stack+trace c++ c# pandas numpy postgres quellcode programmiere implementiere
      implementa implémente implementar programar`,
    strong: `traceback function code coding bug api endpoint script compile compiler compiles exception
      segfault nullpointerexception typeerror syntax repository git commit class method recursion
      recursive linked+list binary+tree race+condition funktion código función função fonction
      programme कोड प्रोग्राम फ़ंक्शन फंक्शन पायथन`,
    weak: `program query error loop array variable string server deploy database programm fehler
      schleife programa erro fichier`,
  },
  math: {
    name: `equation derivative probability theorem polynomial matrix eigenvalue arithmetic
      algebra calculus trigonometry logarithm gleichung ableitung wahrscheinlichkeit ecuación
      derivada probabilidad équation dérivée intégrale probabilité equação probabilidade समीकरण
      प्रायिकता गणना`,
    strong: `integral calculate compute solve percentage square+root prime+number prime+numbers prove+that
      berechne rechne löse calcula calcular resuelve resolver calcule calculer résous résoudre resolva
      गणित हल how+many how+much wie+viele wie+viel cuántos cuántas cuánto combien quantos quantas
      quanto कितने कितना कितनी`,
    weak: `sum percent triangle circle radius angle average median prove proof theorem dollars
      prozent summe porcentaje triángulo pourcentage porcentagem triangle प्रतिशत`,
  },
  reasoning: {
    name: `puzzle riddle logic deduce syllogism dilemma step+by trade-offs tradeoffs
      pros+cons rätsel logik acertijo lógica énigme logique enigma raciocine razona raisonne तर्क पहेली`,
    strong: `analyze analyse analysis compare comparison evaluate infer assess critique argue
      justify strategy root+cause analysiere vergleiche bewerte begründe beweise analiza compara evalúa
      argumenta analysez comparez évalue analise compare avalie विश्लेषण तुलना`,
    weak: `why prove explain reason consequences implications should decide plan warum wieso erkläre
      explica porqué pourquoi explique क्यों समझाएं समझाइए`,
  },
  extraction: {
    name: `extract extraction extracts extracting extrahiere extrahieren extrae extraer extraiga
      extrais extraire extrayez extraia extrair निकालें निकालिए निकालो pull+out pull+all`,
    strong: `parse entities named+entities key-value list+all find+all into+json as+json return+json
      to+json json+fields fields+json felder campos champs json`,
    weak: `invoice receipt fields dates names amounts addresses rechnung namen factura nombres
      fechas noms dates nomes datas fatura facture नाम तारीख`,
  },
  classification: {
    name: `classify classifies classification categorize categorise categorization sentiment
      klassifiziere klassifizieren kategorisiere clasifica clasificar clasifique classifie classifier
      classifiez catégorise classifique classificar categorize वर्गीकृत वर्गीकरण
      positive+or spam+or`,
    strong: `category categories label labels spam toxic intent which+category triage einordnen
      kategorie kategorien stimmung categoría categorías etiqueta sentimiento catégorie catégories
      étiquette categoria categorias sentimento श्रेणी भावना`,
    weak: `positive negative neutral urgent class ticket review positiv negativ positivo negativo
      positif négatif सकारात्मक नकारात्मक`,
  },
  summarization: {
    name: `summarize summarise summarizes summary summaries tldr tl;dr recap condense abstract+of
      zusammenfassen zusammenfassung fasse resume resumir resumen resumo resuma résume résumer résumé
      résumez synthèse सारांश संक्षेप`,
    strong: `key+points main+points key+takeaways takeaways bullet+points in+brief kernpunkte
      hauptpunkte puntos+clave points+clés pontos+principais zusammen`,
    weak: `article meeting transcript minutes report shorter brief artikel protokoll artículo
      informe article compte-rendu artigo relatório लेख`,
  },
  translation: {
    name: `translate translates translation translator translating übersetze übersetzen übersetz
      übersetzung traduce traducir traducción traduzca traductor traduis traduire traduction
      traduisez traducteur traduza traduzir tradução tradutor अनुवाद you+say localize`,
    strong: `into+english into+german into+french into+spanish into+portuguese into+chinese
      into+japanese into+hindi into+italian ins+deutsche ins+englische ins+französische auf+deutsch
      auf+englisch al+inglés al+español al+alemán en+anglais en+français en+allemand en+espagnol
      para+inglês para+português para+alemão हिंदी+में`,
    weak: `english german french spanish portuguese chinese japanese hindi italian korean deutsch
      englisch französisch inglés español francés alemán anglais français allemand inglês português
      अंग्रेज़ी अंग्रेजी हिंदी हिन्दी`,
  },
  rewriting: {
    name: `rewrite rewrites rephrase paraphrase proofread reword copyedit umschreiben umformulieren
      formuliere reescribe reescribir parafrasea réécris réécrire réécrivez reformule reformulez
      reescreva reescrever reformule parafraseie सुधारें सुधारो सुधारिए fix+grammar correct+grammar
      check+grammar more+formal more+concise more+professional sound+professional`,
    strong: `grammar spelling polish tone reformulate korrigiere verbessere grammatik
      rechtschreibung corrige corregir gramática ortografía corriger grammaire orthographe améliore
      corrija melhore ortografia व्याकरण वर्तनी दोबारा`,
    weak: `improve correct fix edit simplify shorten formal concise clearer professional friendlier
      kürzer formell höflicher formal claro formel formelle clair`,
  },
  writing: {
    name: `poem short+story essay haiku limerick sonnet lyrics slogan blog screenplay write+story write+letter
      write+email write+article write+post write+speech write+description draft+email gedicht
      aufsatz kurzgeschichte poema cuento ensayo poème dissertation poema conto redação कविता कहानी
      निबंध`,
    strong: `compose draft brainstorm verfasse redacta rédige rédigez redija geschichte historia
      histoire história tagline newsletter`,
    weak: `write story letter email article post speech tweet caption schreibe schreib brief
      escribe carta correo écris écrivez lettre escreva carta लिखें लिखो लिखिए पत्र`,
  },
  "question-answering": {
    name: ``,
    strong: `according+to based+on answer+question capital+of who+is who+was what+is
      what+are what+does when+did when+was where+is which+of was+ist wer+ist wer+war wo+ist
      qué+es cuál+es quién+es quién+fue qui+est qui+était qu'est-ce quelle+est quel+est qual+é
      quem+é quem+foi que+é क्या+है कौन+है`,
    weak: `what who whom when where which whose how does can is are was wer wann wo welche welcher
      welches wie qué quién cuándo dónde cuál cómo qui quand où quel quelle comment que qual quem
      quando onde como क्या कौन कब कहाँ कैसे किस`,
  },
  chat: {
    name: ``,
    strong: `hi hello hey thanks thank bye goodbye goodnight hallo danke tschüss hola gracias adiós
      bonjour salut merci olá obrigado obrigada oi नमस्ते धन्यवाद शुक्रिया how+are good+morning
      guten+morgen buenos+días bom+dia ça+va wie+geht cómo+estás tudo+bem what's+up`,
    weak: `ok okay cool nice great lol haha yes no sure ja nein sí oui non sim não हाँ feeling bored
      tell+joke joke witz chiste blague piada`,
  },
  "agent-step": {
    name: `next+action next+tool tool+call tool+calls function+call autonomous+agent autonomously
      autonomous`,
    strong: `agent browse click screenshot navigate subagent agente`,
    weak: `tool tools action observation step workflow task werkzeug herramienta outil ferramenta`,
  },
};
