"""Everyday words in English, Spanish and French (without accents) that are no part of a name, a street or a password.

People type without capitals: in "my name is rosalba tamez i got a letter" only such a list tells where the name ends.
A word that is missing here costs a word of the message; none of them may be somebody's name.
"""

from __future__ import annotations

from bot.privacy.finding.words import words

_ENGLISH = """
a about above account across address after again ago all almost alone already also always am an and annoying another
any anybody anyone anything apply are aren't around as asap asked asking at available away awful back bad balance
bank bc be because been before behind being below benefit benefits best better between big bill bills birth blind
both bring broke but by bye call called calling calls came can can't cancel cannot card cards case change changed
check checks child claim claims close closed come coming complicated concerning confused correct could couldn't
crazy cut cuz daughter day days dead deaf denied denying deposit did didn't died different disability disabled
divorced do does doesn't doing don't done down due each early either eligible else emailing end ended enough equal
even ever every everybody everyone everything expired father female few file filed filing find fine first for forgot
form forms found from frustrating full gave get gets getting give given go goes going gone gonna good goodbye got
gotta gotten guess had happened happy hard has hasn't have haven't having he hear heard hello help her here hers hey
hi him his home homeless hoping horrible how hung husband i i'd i'll i'm i've idk if im important in income
incorrect information insane instead interested is isn't it it's its ive job just keep keeps kept kids kind kinda
know last late later least left legal legally less let letter like line listed little live lives living locked lol
long look looking looks lost lot mad mail make makes male man many married may maybe me mean medicaid medicare might
mine missing misspelled mistake mom moment money month months more morning most mother move moved much must my
myself name named names near need needed needs never new next no nobody none nor not nothing notice now nowhere
number nuts of off office often ok okay old on once one online only open or original other our out outta over owe
owed own pay paying payment people person phone please pls plz possible pregnant probably problem put question
questions quick quit r rather read ready real really reason received record records regarding regular removed
replacement report retire retired retirement return ridiculous right room running sad said same saw say saying says
scam scared see seen send sent separated several she should show shows sick side simply since single sitting smh so
social some somebody someone something son soon sorry speak speaking spelled spelling spelt ssa ssdi ssi ssn stand
start started stay still stop stopped stuck stupid such sure system take taken taking talk tax tbh tell telling
terrible than thank thanks that that's thats the their them then there there's these they they're thing things think
this tho those three through thx till time times tired title to today together told tomorrow too took tried true try
trying turn turned two u ugly unable unacceptable under unemployed unfair until up update updated upset ur urgent us
use used using usually valid very visit wait waited waiting wanna want wanted wants was wasn't way we week weeks
well went were what what's whatever whats when where whether which while who whole whose why widow wife will with
without woman won't wondering work worked worker working works worried would write writing written wrong wrote y'all
ya yall year years yes yesterday yet you your yours yup
"""
_SPANISH = """
a abogada abogado ahi ahora al algo alguien alla alli antes aqui asi atencion aun aunque ayer ayuda ayuden
beneficiaria beneficiario bien buenas bueno buenos cada cambiar cambio carta casa casada casado casi cheque cheques
ciega ciego cita clienta cliente cobrar cobro como con conmigo cosa creo cual cuando cuanto cuantos cuenta da dar de
debe debo del desde despues dia dias dice dicen dinero discapacitada discapacitado divorciada divorciado donde dos
duena dueno e el ella ellos en encargada encargado era eres es esa ese eso esos espanol esta estaba estan estar
estas este esto estos estoy familia favor fue fui gente gracias ha habla hablando hace hacer hacia han hasta hay
hermana hermano hija hijo hijos hola hombre hoy ingles ir jubilada jubilado la las le les llama llamaba llamo lo los
luego madre mal mama mande mas mayor me media menor mes meses mi mia mientras mio mis mucho mujer muy na nada nadie
necesito ni ninguno nino ninos no nomas nos nosotros nuestro nuevo numero nunca o oficina otra otro oye paciente
padre pago para parte pasado pensionada pensionado perdi pero persona pienso poco poder podia por porque puede
pueden puedo pues q que quien quiere quiero quisiera recibi recibo representante retirada retirado sabe saber se sea
seguro senor senora ser si siempre sin sobre social sola solo soltera soltero son soy su sus tal tambien tampoco tan
tarjeta tengo tenia tiene tienen tio toca todavia todo todos trabaje trabajo tras tu tuve un una uno unos usted va
vamos veces ver vez viuda viudo vive vivo voy y ya yo
"""
_FRENCH = """
a abord ai aide aider ainsi alors an anglais ans appelle apres argent assis assise au aucun aujourd'hui aussi autre
aux avait avant avec aveugle avez avoir avons beaucoup besoin bien bon bonjour bonsoir ca car carte ce cela
celibataire celle celui ces cet cette chaque cheque chez client cliente combien comme comment contre d'accord dans
de deja depuis des deux dit divorce divorcee dois doit donc du elle elles en encore enfant enfants est et etait ete
etes etre faire fait faut femme fille fils fois francais gens handicape handicapee hier homme ici il ils inquiet
inquiete j'ai j'y jamais je jour jours juste l'a la le les lettre leur lui ma madame mais mal malade maman mari
mariee me meme merci mere mes mettre mieux moi moins mois mon monsieur ne ni nom non nos notre nous nouveau numero
oblige obligee on ont ou oui paie paiement papa par parce parfois parle pas paye payee payeur pendant pension perdu
perdue pere personne peu peut peux plus pour pourquoi prendre pres puis quand que quel quelle qui quoi recu
representant retraite retraitee rien sa sais sans se ses si son sont sous suis sur ta tellement tes toi toujours
tous tout toute tres trop un une va vais vers veuf veut veuve veux voici voila voir voudrais voulez vous vrai y
"""

COMMON_WORDS = words(_ENGLISH, _SPANISH, _FRENCH)
