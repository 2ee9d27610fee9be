"""Words that say nothing about what somebody needs, in Dutch and English, folded."""

DUTCH = """
aan aangaande aangezien achter af al alle alleen allerlei alles als alvast ander andere anderen anders bent ben beetje
bij bijna bijv binnen blijft blijven boven bovendien buiten daar daarbij daarin daarna daarom daarvan dan dat de deze
die dit doe doen doet door dr dus echt een eens eerst eigenlijk elk elke en enige er erg ergens etc even ga gaan gaat
gauw geen gehad gekomen gekregen gemaakt geven geweest gewoon geworden graag had hadden heb hebben hebt heeft heel
heen hem hen het hier hierbij hij hoe hoi hun ieder iedere iedereen iemand iets ik in inmiddels is ja je jij jou jouw
jullie kan kent keer komen komt kon konden kun kunnen kunt laat laatst laten lang liefst liever maak maakt maar mag
man me mee meer meest meestal men met mevrouw mij mijn mijne misschien moest moet moeten moment morgen na naar naast
namelijk namens net nee niemand niet niets nodig nog nogal nooit nou nu of om omdat onder ons onze ook op open opnieuw
over pas per plus redelijk rond s samen sinds soms staat steeds straks te tegen ten ter terug toch toe toen tot totdat
tussen u uit uw vaak vaker van vanaf vandaag veel vele verder via vind vindt volgens voor vooral vrij waar waarom
wanneer want waren was wat we weer weg weet weinig wel welke weten werd werden wie wij wil willen wilt worden wordt
wou zal ze zeer zeg zegt zei zelf zich zij zijn zo zoals zodat zoek zoeken zoekt zonder zou zouden zowel zullen mw dhr
mevr meneer mvr pt pte client cliente patient patiente jr jaar jarige cq ivm evt gaarne hallo beste groet groeten dank
bedankt alvast hartelijk gr mvg vraag vraagt gevraagd gezocht gewenst wens hulp helpen helpt help
"""
ENGLISH = """
a about all also am an and any are as at be because been but by can cannot could did do does don dont for from get got
had has have he her here him his how i if in into is it its just like m me more most my no not now of on one or our
out own please she so some someone somebody something than thanks thank that the their them then there these they this
those to too up us very was we were what when where which who will with would you your re ve ll d t s need needs
needed want wants wanted looking help helps nobody anybody anyone there
"""
STOP = frozenset((DUTCH + ENGLISH).split())
