"""Given names that are common where the people of this country come from; lower case, without accents.

From the first names of the 1990 census of the United States (public domain) and of the Faker package (MIT licence; en, es, fr, pt, vi and
others), with everyday words, countries and places taken out. A list can never be whole: it only helps to tell "gus" from "ill".
"""

from __future__ import annotations

from bot.privacy.finding.words import words

GIVEN_NAMES = words(
    """
aachal aadhya aadi aahana aarav aarini aarna aarnav aaron aarush aashi aayush abbie abby abdi abdirahman abdon abdul
abe abeer abel abelardo abha abhimanyu abhiram abigail abilio abner abraham ada adaeze adalberto adam adan addie adela
adelaida adelaide adelardo adele adelia adelina adeline adiela aditya adolfo adolph adora adoracion adrian adriana
adrianne adrien adrienne advaith advay advik advika adweta adya agapito agastya agata agatha agathe agnes agnieszka
agostina agueda agustin agustina ahmad ahmed aida aileen aimee ainara ainoa aisha aishani aitana aitor akshay aladino
alain alaina alamiro alan alana alba albano albeiro albert alberta albertina alberto albina albino alcides alcira
aldair aldemar alden aldo aldonza ale alec alecia aleida alejandra alejandrina alejandro alejo alene alessandro aletha
alex alexa alexander alexandra alexandre alexandria alexandrie alexi alexia alexis alfonsina alfonso alfred alfreda
alfredo ali alice alicia alina aline alirio aliro alisa alisha alison alissa alix alka allan allana allen allene allie
allison allyson alma almendra almudena alondra alonso alonzo alpha alphonse alphonso alta althea alton alva alvaro
alveiro alvin alvina alyce alyson alyssa ama amada amado amador amaira amalia amancio amanda amando amara amarilis
amaro amaru amaya ambar amber ambrosio amelia amelie americo amie amilcar amina aminata amit amol amor amos amparo
amrita amruta amy anabel anacleto anahi anahis anais anamika anastasia anastasie anastasio anay ancizar anderson andre
andrea andree andres andrew andrey andria andy anel angela angeles angelia angelica angelina angeline angelino
angelique angelita angelo angie anh ani anibal anika anil anirudh anita anjali anmol ann anna annabelle anne annemarie
annetta annette annie annmarie anouk anselma anselmo ansh anthony antionette antoine antoinette anton antonella
antonette antonia antonieta antonio antony antwan anunciacion anusha anvi anya anyelo anyi apolinar apollo apolonia
aquiles araceli aracely aradhana aranzazu arbey arcelia archie aretha argemiro ariadna ariana ariel ariela arin
aristides arjun arleen arlene arley arline armand armando armida armin arnaldo arnaude arnold arnoldo arnulfo aroa
aron arron arsenio artemio arthur arturo arunima arya aryan asafe ascension asdrubal ashlee ashleigh ashley astrid
asuncion atharv athena ati atilio aubrey audra audrey august augusta auguste augustin augustine augusto aura aurea
aurelia aureliano aurelie aurelio aurora aurore ava avelino avery avi avis avni awa axel ayaan ayelen ayla ayleen
aylin aylla ayush ayushman azaan azad azahar azahara azeneth azucena bachittar baghyawati bahadurjit bailey bairon
bakhshi baldomero balduino balendra balhaar baljiwan baltasar baltazar balvan balveer banjeet bao barb barbara barbra
barkha barney barry bart bartolome barton basil basilio bastian baudelio bautista bayron beatrice beatriz beau becky
begona belarmino belen belinda belisario bella belva ben benedicto benicio benigna benigno benita benito benjamim
benjamin bennett bennie benny benoit bento bernabe bernadette bernadine bernard bernarda bernardino bernardita
bernardo bernice bernie berniece bert berta bertha bertie berto bertrand beryl bess bessie beth bethany beto betsy
bette bettie bettina betty bettye beulah bev beverley beverly bhanumati bhavani bhavika bhavini bhavna bhavya bianca
bibiana bienvenida billie billy bimala bina birdie bishakha bjorn bladimir blaine blair blake blanca blanche blas
blessing bobbi bobbie bobby bola bonifacio bonnie booker boris borja boyd brad bradford bradley brady branden brandi
brandie brandon brandy braulio brayan breanna brenda brendan brenna breno brent bret brett brian briana brianna
brianne bridget bridgett bridgette brigida brigitte brijesh brinda britney brittany brittney brock brooke brooks bruce
bruna brunilda bruno bryan bryant bryce bryon buenaventura buford burl burt burton byron caio caitlin caitlyn caleb
calebe calista calisto calixta calixto callie calvin cameron camila camilla camille camilo campo candace candela
candelaria candelario candelas candi candice candida candido capucine cara caren carey cari caridad carina carissa
carl carla carlene carlito carlo carlos carlota carlton carly carmel carmela carmelita carmella carmelo carmen
carmenza carmina carmine carol carola carole caroline carolyn carrie carroll carson carter cary caryn casandra
casemiro casey cassandra cassidy cassie catalina catarina catharine catherine cathleen cathrine cathryn cathy catrina
caua caue cayetana cayetano cebrian cecelia cecil cecile cecilia cecilio cedric ceferino celeste celestina celestine
celestino celia celina celinda celine celso cesaire cesar chaaya chabela chadwick chaitaly chaitanya chakradev
chakradhar chakrika chaman chameli champak chanakya chanchal chandani chandra chandran chandresh chantal chantel
charan charita charla charlene charles charley charlie charlotte charmaine charo charvi chasity chasmum chastity
chatresh chatura chau chavvi chayo che chela chelo chelsea chelsey chema cheri cherie cherry cheryl chester chi chidi
chinedu chiquita chita chloe chong chris christa christal christelle christen christi christian christiane christie
christin christina christine christofer christophe christopher christy chrystal chucho chuck chus chuy chuyita cielo
cindi cindy cinthia cinthya cintia cipriano ciriaco cirino ciro citlali clair claire clara clare clarence clarice
clarisa clarissa clark claude claudette claudia claudina claudine claudio clay clayton clemence clemencia clement
clemente clementina clementine cleo cleto cleveland cliff clifford clifton climaco clint clinton clodomiro cloe
clorinda clotilde clyde cody colby cole coleen coleman colette colin colleen collin colomba colton comfort concepcion
concetta concha conchita connie connor conrad conrado constance constantino constanza consuela consuelo cora coral
cordelia corey cori corina corine corinne cornelia cornelio cornelius cornell corona corrine cortney cory cosme
courtney coy craig crescencia cristal cristhian cristhofer cristian cristina cristobal cristofer cristopher cristy
crystal cuca curro curt curtis custodia custodio cynthia cyril cyrus dafne dagoberto dahiana dairo daisy daksh daksha
dakshesh dalaja dalbir dale dalia dalila dalton damaris damian damien damini damon damyanti dan dana danae dane
danette dani dania danial daniel daniela daniella danielle danilo danita danitza danna danny dante dany daphne dara
darcy daren darika darin dario darius darla darleen darlene darling darnell darpan darrel darrell darren darrin darryl
darsh darwin dary daryl dave davi david davis dawn dayamai dayana dayita dayna dean deana deandre deann deanna deanne
debbie debby debora deborah debra dee deena deepa deepak deiby deicy deidra deidre deirdre deisy delbert delfin
delfina delia delilah della delma delmar delois delores deloris delphine demetria demetrio demetrius demian dena
denice denis denise denisse dennis denny derek derick derly derrick deshawn desiderio desiree desmond dessie destiny
dev devansh devika devin devon dewayne dewey dexter deyanira dhriti dhruv diana diane diann dianna dianne didier diego
dieudonne digna dilan dillon dimas dina dinah dino diogo dion dionisia dionisio dionne dipta dirk divya dixie diya
dmitri dmytro dollie dolly dolores dom dominga domingo dominic dominick dominique domitila don dona donald donato
donna donnell donnie donny donovan dora doralisa dorcas doreen dorene doretha dorian doris dorita dorotea dorothea
dorothee dorothy dorris dorthy dottie doug douglas dovie doyle duane duban duc dudley duilio dulce duncan dung duong
dustin duvan duyen dwayne dwight dylan earle earlene earline earnest earnestine ebony eddie eddy edelmira edelmiro
eder edgar edgard edgardo edhitha edie edier edilberto edilma edilson edinson edison edisson edita edith edmond edmund
edmundo edna edouard edson edu eduar eduard eduarda eduardo edwar edward edwardo edwin edwina edythe eesha effie
efrain efren eider eileen eiravati eithan ekaja ekalinga ekani ekansh ekanta ekantika ekapad ekaraj ekaterina ekavir
ekbal ekiya ekta eladio elaine elba elbert elcira elcy elda eldon eleanor eleanore eleazar elena eleodoro eleonore
eleuterio eli elia elian eliana elias elida eliecer eligia eligio elijah elinor elio elisa elisabet elisabeth elise
eliseo elisha elissa eliza elizabeth elkin ellen ellie elliot elliott ellis elma elmer elmo elnora eloa eloah elodia
elodie eloisa eloise elouise eloy elpidio elsa elsie elsy elton elva elver elvia elvin elvira elvis elwood elyse ema
emanuel emanuella emanuelly emeka emelina emerson emery emigdio emil emilce emile emilia emiliana emiliano emilie
emilio emilly emilse emily emiro emma emmanuel emmanuelle emmett emory emperatriz encarna encarnacion encarnita enid
enith enrico enrique enriqueta enzo epifanio erasmo eric erica erich erick ericka erik erika erin erlinda erma erna
ernest ernestina ernestine ernesto ernie errol ervin erwin eshana esmeralda esneider esparta espartaco espiridion
essie esteban estefania estefany estela estella estelle ester esther estiven estrella eta etelvina ethan ethel etienne
etta eufemia eugene eugenia eugenio eula eulalia eulogio eunice eusebia eusebio eustaquio eutimio eutropio eva evan
evangelina evangeline evariste evaristo evelia evelin evelio evelyn everett everette evette evita exequiel eydan
ezequiel ezra faber fabian fabiana fabio fabiola fabricio fabrizio facundo fadumo falak falan falguni fannie fanny
faqid faraj faras farhan farid fariq faris fatima fatou fatuma faustino fausto fay faye febe federico felecia felicia
feliciana feliciano felicidad felicita felicitas felipa felipe felisa felix ferdinand fermin fern fernanda fernande
fernando ferney fidel fidela filomena finn fiorella fitan fito fiyaz flavia flavio fletcher flora florence florencia
florencio florentina florentino floridor florina florinda florine flossie floy floyd forest forrest fortunata
fortunato frado frances francesca francesco franchesca francine francis francisca francisco franck franco francois
francoise francy frank frankie franklin franz fred freda freddie freddy frederic frederick frederique fredrick fredy
freeman freida fresia frida frieda fritzner froilan fulgencio gabino gabriel gabriela gabriella gabrielle gabrielly
gael gagan gail gala gale galen galina gallego galo galvarino ganga garima garland garrett garry garth gary gaspar
gaston gaurang gaurangi gaurav gauri gaurika gautam gautami gavin gayathri gaye gayla gayle geetika gema gena genaro
gene genesis geneva genevieve genoveva geoffrey george georges georgette georgiana georgianna georgina geovanny gerald
geraldine geraldo gerard gerardo geri germaine geronimo gerry gerson gertie gertrude gertrudis gervasio ghislaine gian
giancarlo gianfranco gil gilbert gilberto gilda gildardo gilles gillian gilma gina ginger gino giovanna giovanni
giovanny girik girindra girish gisela giselle gisselle giuliana gladis gladys glauco glen glenda glenn glenna gloria
godofredo goldie gonzalo gopal gordon goyo gracia graciana graciano gracie graciela grady graham greg gregg gregoire
gregoria gregorio gregory greta gretchen gricelda griselda grover guadalupe guerline guido guilherme guillaume
guillermina guillermo guiomar gumercindo gunbir guneet gurpreet gus gussie gustavo gwen gwendolyn hadassa hailey hal
haley hallie hamsini hank hanna hannah hans hardik hardy harinakshi harini harish harita harlan harley harol harold
haroldo harpreet harriet harriett harriette harris harrison harry harsh harshil harvey hassan hattie haydee hayden
hayley hazel heath heather hector heidi heidy heitor helen helena helene helga heliodoro hellena heloisa hema hemal
hemang hemangini hemani henri henrietta henriette henrique henry heraclio heraldo herbert herberto heriberto herlinda
herman hermelinda hermenegildo hermes herminda herminia herminio hernan hernando herney herschel hershel hester hettie
hilario hilary hilda hildegard hillary hipolito hiral hiram hitesh hoang hodan hollie hollis holly homer homero hong
honore horace horacio hortencia hortense hortensia howard hredhaan hritik hubert hugh hugo hugues huguette hui
humberto hunter huong hussein huy hyun ian iban ibeth ibrahim ida idella idika ifeoma ignacia ignacio igor ijaya ikbal
iker ikshita ila ildefonso ileana ilene ilse imaran imelda imogene ina inaki inaya indali indira indrajit ines inez
ingrid inigo inmaculada inocencio iola iona ione irene iris irvin irving irwin irya isa isaac isabel isabela isabell
isabella isabelle isabelly isadora isaiah isaias isaque isaura isha ishaan ishani ishanvi ishita ishwar isiah isidora
isidoro isidro isis ismael ismail isolina issac italo itzel itziar iva ivan ivette ivo ivonne ivory ivy jacinta
jacinto jack jackeline jackie jacklyn jackson jaclyn jacob jacobo jacque jacquelin jacqueline jacquelyn jacques
jacquline jade jader jael jafet jagat jagdish jagrati jagvi jai jaider jaime jair jairaj jairo jake jalsa jamal jamar
jame jamel james jami jamie jana janaki janani jane janel janell janelle janet janeth janette janice janie janine
janis janna janneth jannette jannie januja janya jaqueline jared jarrett jarrod jarvis jasmin jasmine jasmit jason
jasper jaswinder jatin javi javier javiera jay jayme jayne jayson jazmin jean jean-claude jean-paul jean-pierre
jeanette jeanie jeanine jeanna jeanne jeannette jeannie jeannine jeannot jeet jeevika jeferson jeff jefferson jeffery
jeffrey jeffry jeison jeisson jena jenaro jenifer jeniffer jenna jennie jennifer jenniffer jenny jerald jeremiah
jeremias jeremy jeri jermaine jerman jerome jeronimo jerri jerrod jerry jerson jesica jess jesse jessica jessie jesusa
jewel jewell jhalak jhan jhoan jhoana jhon jhonatan jhonny jhony jill jillian jim jimena jimmie jimmy jin jo joan
joana joann joanna joanne joao joaquim joaquin joaquina jocelyn jocelyne jodi jodie jody joe joel joelle joesph joey
johan johana johann johanna johans john johnathan johnathon johnie johnna johnnie johnny jolene jon jonas jonatan
jonathan jonathon joni jordan jordana jordi jorge jos jose josee josef josefa josefina joselyn josep joseph josephine
josette josh joshua josie josue jovita joy joyce juan juana juanita juanito judi judith judy jules juli julia julian
juliana julianna julianne julie julien juliet julieta julieth juliette julio julius jun jung justin justina justine
justo juvenal jyoti kabir kai kaique kaitlin kaitlyn kala kalpit kamala kamilly kamya kara karan kareem kari karim
karin karina karl karla karol karon karrie karyn kasey kashish kashvi katalina katarzyna kate katelyn katerine
katharine katherin katherine katherinne katheryn kathi kathie kathleen kathrine kathryn kathy katia katie katina
katrina katy kavita kavya kay kaye kayla kaylee keisha keith kelley kelli kellie kelly kelsey kelvin ken kendall
kendra kendrick kenneth kennith kenny kent keri kermit kerri kerrie kerry kettly kevin keya khadija khanh khoa kiaan
kiara kieth kike kim kimberlee kimberley kimberly kira kirby kirk kirsten kisha kofi kris krish krisha krishna krista
kristal kristen kristi kristie kristin kristina kristine kristopher kristy kritika krystal krystle kurt kurtis kwame
kyla kyle kylie laban lacey lacy ladli ladonna laetitia lais lajita lakeisha lakesha lakisha laksh lakshit lakshmi
lalo lamar lamont lan lana lance landon lane lanny laquita lara larissa larry lars lashawn lashonda latanya latasha
latisha latonya latoya latrice laura laure laurel lauren laurence laurent lauretta lauri laurie lautaro lavanya lavern
laverne lavinia lavonne lawanda lawrence layla lazaro lea leah leandra leandro leann leanna leanne lee leeann leela
leena leider leidy leigh leila leire lekha lela leland lelia lemuel lena lenin lenora lenore leo leocadia leocadio
leola leon leona leonard leonardo leoncio leonel leonidas leonor leonora leontina leopoldo leora leota leroy lesa
lesley leslie lesly lessie lester leta letha leticia letitia lettie levi lewis leydi leyla leyre li lia liam lian
libardo libby libia libni liceth lida lidia ligia lila lilia lilian liliana lillian lillie lilly lily lina linda
lindsay lindsey ling linh lino linwood lionel lipika lisa lisandro lisbeth liseth lisette lissette livia liz liza
lizeth lizzie lloyd logan lohit loida lois lolita lon lona lonnie lopa lope lora loraine loren lorena lorene lorenza
lorenzo loreto loretta lori lorie lorine lorna lorraine lorri lorrie lottie lou louann louella louie louis louisa
louise lourdes lowell loyd luan luana luann luanne luara luc luca lucas lucca luce lucero lucho lucia luciana luciano
lucie lucien lucienne lucila lucile lucille lucinda lucio lucrecia lucretia lucy ludmila luella luigi luis luisa
luisana luisina luiz luiza lukas luke lula luna lunna lupe lupita lura luther luzmira lydia lyle lyn lynda lynette
lynn lynne lynnette maanas maanav mabel mable macarena macaria macario mack mackenzie madeleine madeline madelyn madge
madhav madhavi madonna mae magali magaly magda magdalena maggie magnolia mahika mai maia maicol maikol maira maite
majorie makarena makayla malcolm malena malgorzata malik malinda malissa mallory mamadou mamen mamie manan manbir
mandi mandy manola manolo manon manthan manu manuel manuela manuelita manuella manya mara marc marcel marcela
marcelina marcelino marcella marcelle marcelo marci marcia marciano marcie marcio marco marcos marcus marcy margaret
margarita margarito margaud margaux marge margery margie margo margot margoth margret marguerite maria mariah mariam
marian mariana mariane marianela marianna marianne mariano maribel maricel maricela maricruz marie marie-claire
marie-josee mariela marietta mariluz marilyn marilynn marine marino mario marion marisa marise marisel marisela
marisol marissa maristela marita maritza marjorie marjory marla marlen marlena marlene marleny marlin marlon marly
marlyn marlys marquis marquita marsha marshall marta martha marthe martin martina martine martirio marty marva marvin
mary maryann maryanne marybeth maryellen maryjane marylou maryse mason massiel mateo mateus matheo matheus mathew
mathias mathilde matias matilda matilde matt matteo matthew matthieu mattie maude maudie maura maureen maurice
mauricio maurine mauro mavis max maxi maxima maximiano maximiliano maximino maximo maxine maxwell maya mayerly maykol
mayme maynard mayra maysa mayte mckenzie meagan meche meera megan megha meghan meghana mei mei-ling mekhala mela
melania melanie melany melba melchor melina melinda melisa melissa mellisa mellissa melodie melody melva melvin
melvina memo mercedes merche meredith merle merlin merrill mervin mery micaela micah michael michaela micheal michel
michele michell michelle mickey migdalia miguel miguela mikayla mike milagros milan mildred milena millaray millard
miller millicent millie milo milovan milton mimi mina mindy minerva ming minh minnie miranda mireia mireille mirella
mireya miriam mirian mirko mirlande mirna mirta mirtha miryam misael missy misti mitali mitch mitchel mitchell mitesh
mitzi mitzy modesta modesto mohamed mohammad mohammed mohamud mohini moises mollie molly mona monica monika monique
monroe monserrat monte montserrat monty mora morena moreno morgan morris morton moses moussa mozelle mugdha muhammad
muriel murilo murray mustapha myles myra myriam myrna myron myrtle nachiket nacho nacio nadege nadia nadine nahiara
nahuel nakia naksh nakul nam nan nancy nandini nando nanette nannie naomi narcisa narciso natacha natali natalia
natalie natalio nataly natanael natasha nath nathalia nathalie nathaly nathan nathaniel natividad naveen nayara
nayaret nayareth nayeli nayibe nazaret nazario neal ned neel neelima neftali neha neider neil nel nelcy nelda nelida
nell nellie nelly nelson nelsy nena nerea nereida nestor netra nettie neva ngoc ngozi nguyet nhien nibaldo nicanor
nicholas nichole nick nicki nickolas nico nicodemo nicol nicolas nicolasa nicole nidhi nidia nidra nigel nihal
niharika nikita nikki nilda nilima nilo nilson nimrat nina ninoska nirja nisha nita nitara nitesh noa noah noe noel
noelia noelle noemi nohora nola nolan nolberto nona nora norbert norberto norbey noreen norma norman normand norris
nubia nur nuria nury nydia obdulia ocampo oceane octavia octavio odalis odalys odell odessa odette odika odile oeshi
ofelia ojas ojasvi oksana ola olaf olalla olegario olena oleta olga olimpia oliva olive oliver olivia olivie olivier
ollie oluwaseun oma omaira omaja omar omisha omkaar omya ona oni onkar onofre onveer opal ophelia ora oralia orfelina
oriana orinder orville oscar osha osman osvaldo oswaldo otavio otilia otis ottilie otto ousmane ovidio oviya owen
pabla pablo paca pacifica paco pahal paige pallavi palmira paloma pam pamala pamela pancho panfilo panini pansy paola
paolo parker parth pascal pascale pascual pascuala pasquale pastora pat patrica patrice patricia patricio patrick
patsy patti pattie patty paul paula paulette paulina pauline paulino paulo pavani pearl pearlie pearline pedro peggy
pelayo penelope pepe pepita pepito percy perla perlita perry pete peter petra petro petrona petronila phil philip
philippe philippine phillip phillis philomena phoebe phuc phuong phyllis piedad piero pierre pietra pietro pilar pili
pio placido plinio polly poncio pooja porfirio portia pranav praneel pranit pratyush preston pricilla primitiva
primitivo priscila priscilla prisha priya prudencia prudencio purificacion pushti qabil qadim qarin qasim quang
quentin quincy quinton quique quirino qushi raagini rachael rachana racheal rachel rachelle rachid rachit rachita
radha radhika rae rael rafa rafael rafaela rafaella raghav raimundo rajata rajesh rajeshri raksha ralph ramiro ramon
ramona ranbir randal randall randell randi randolph randy ranveer raphael raquel raul raven ravi ravy ray rayaan rayen
raymond raymonde raymundo reba rebeca rebecca rebekah reed refugio reggie regina reginald regulo rehaan reid reina
reinaldo reinel remigio remy rena renae renan renata renate renato rene renee renita renzo reta retha reuben reva rex
reyansh reyna reynaldo rhavi rhea rhoda rhonda ria ricarda ricardo richard richelle rick rickey rickie ricky ridhi
rigoberto riley rishi rita riya robbie robbin robby robert roberta roberto robin robinson robyn rocco rochelle rocio
rocky roderick rodger rodney rodolfo rodrick rodrigo rogelio roger rohan roland rolando roldan roma roman romeo romina
romona romulo ron ronal ronald ronaldo ronda ronith ronnie ronny rony roosevelt roque rory rosa rosalba rosalee
rosalia rosalie rosalina rosalind rosalinda rosalva rosalyn rosamel rosanna rosanne rosario rosaura roscoe rose
roseann roseanne rosella roselyn rosemarie rosemary rosemene rosenda rosendo rosetta rosie rosita roslyn ross rossana
rowena roxana roxann roxanna roxanne roxie roy royal royce ruben rubiela rubin ruby rudecindo rudolph rudra rudy
rufina rufino rufus ruperta ruperto rushil russ russel russell ruth ruthie ruy ryan saanvi sabas sabina sabine sabrina
sachi sadie sai saksham sallie sally salma salome salomon salud salvador salvatore sam samaksh samanta samantha samar
samarth samatha samesh samir sammie sammy samu samuel sanaya sancho sandalio sandi sandra sandro sandy sanford sanjay
santa santiago santino santos sanya sara sarah sarai sarita sarthak sasha sathvik saturnina saturnino saul saumya
saundra scarlet scarleth scarlett scarlette scot scott scottie scotty sean sebastian sebastien segismundo segundo
selena selina selma serafin serafina serena sergei sergio sessa seth seung seve severiano severino severo seydou
seymour shana shanda shane shanice shaniqua shanna shannon shanon shantel shari sharlene sharon sharonda sharron shaun
shauna shaurya shawn shawna shayla sheena sheila shelby sheldon shelia shelley shelli shellie shelly shelton sheree
sheri sherman sherri sherrie sherry sheryl shiela shirley shivani shivansh shonda shravya siddharth sidney sierra
sigfrido silas silvana silvano silvestre silvia silvio simon simone sindy sixto siya slawomir smith sneha sneider
socorro sofia solange solomon sondra sonia sonja sonny sonya soo sophia sophie soraya sosimo spencer stacey staci
stacia stacie stacy stan stanley stefan stefanie stefano stella stephan stephane stephanie stephany stephen stephenie
sterling steve steven stevie stewart stiven stuart sudiksha suhani sunita suresh susan susana susanita susanna susanne
susie suzan suzanna suzanne suzette sven svetlana sybil sydney sylvester sylvia sylvie tabatha tabita tabitha tadeo
tam tamanna tamara tameka tamela tamera tami tamika tammi tammie tammy tamra tana tanay tania tanish tanisha tanmayi
tanner tanveer tanvi tanya tara tarak taryn tasha tatiana tawana taylor tecla ted teddy teerth tejas telmo tena teo
teobaldo teodora teodoro teodosio teofila teofilo tera tere terence teresa teresita teri terra terrance terrell
terrence terri terrie terry tessa tessie tete thad thaddeus thales thanh thao thea theda thelma theo theodora theodore
theodoro theophile theresa therese theron thi thiago thiare thibault thibaut thierry thomas thurman thuy tiana tiara
tiare tiburcio tiffani tiffany tillie tim timmy timoteo timothee timothy tina tisha tito tiziana tiziano tobias toby
todd tom tomas tomasa tommie tommy toni tonia tonja tono tony tonya tori toribio tosha tracey traci tracie tracy trang
transito travis trent trenton treva trevor tricia trina trini tripti trisha trista tristan triveni triya trong troy
trudy truman trung tulia tulio tunde tung turvi tuyet twila tyler tyra tyrell tyrone tyson uberlinda ubika ucchal
udant udarsh udyati ulises ulysses uma umang unnati unni upadhriti upasna upkaar upma urbano uriel urishilla urmi
ursula urvashi urvi utkarsh vada vaishnavi valarie valencia valentim valentin valentina valentine valentino valeria
valerie valerio valero valeska vamakshi vance vanesa vanessa vania vansha vanya varenya varsha vasana vasatika vasco
vasudha vaughn veda vedant vedhika vedika veer velda velma venceslas venessa venus vera verda verla vern verna vernell
vernice vernon veronica veronique vesta vi vicenta vicente vicki vickie vicky victor victoria victoriano victorino
vidal vidhi vihaan vijay vikki vilma vinaya vince vincent vinicio vinicius viola violet viraj virgie virgil virgilio
virgina virginie visitacion vito vitor vitoria vivaan vivian viviana vladimir vonda vrinda vrishti vritti vyanjana
wade wahab waida wakeeta waldo wallace walter wanda warda warhi warinder warjas warren washington watika wayne wazir
wei weldon wenceslao wendell wendi wendolin wendy wesley weston whitney wideline widisha wilber wilbert wilbur wilburn
wilda wilder wiley wilford wilfred wilfredo wilfrido wilhelmina willa willard william williams willian willie willis
willy wilma wilman wilmar wilmer wilson winfred winifred winnie winona winston wishi wladimir woodrow wriddhish
wridesh wyatt xalak xavier xiao ximena xiomara xiti xochitl xuan yachana yadavi yadira yagnesh yago yahvi yair yaiza
yamid yamile yamilet yamini yan yanara yanet yaneth yanina yanira yaritza yash yashasvi yashawini yashica yashoda
yashodhara yashvi yasmin yasna yasti yatan yatin yauvani yazmin yecid yeferson yeimy yeison yen yeni yenifer yenny
yeny yerko yerson yesenia yesica yesid yessenia yessica yina yineth ying yocelyn yochana yohan yohana yolanda yolette
yolima yonatan yonathan yong yordan yoselin yoshita youssef yudy yug yuli yuliana yulieth yuly yurani yurany yuri
yuridia yury yusuf yutika yuvraj yves yvette yvonne zacarias zacharie zachary zachery zahra zaid zaida zaira zaitra
zane zansi zarna zashil zayan zayyan zbigniew zeferino zehaan zelda zella zelma zenaida zilmil zinal zoe zoila zoraida
zulema zulma zunilda
"""
)
