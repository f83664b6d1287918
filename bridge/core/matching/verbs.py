"""Which English words are verbs, and the irregular ones' forms."""

# base past participle; the rest follows the rules of core/matching/inflect.py.
_IRREGULAR = """
arise arose arisen | awake awoke awoken | be was been | bear bore borne | beat beat beaten
become became become | begin began begun | bend bent bent | bet bet bet | bid bid bid
bind bound bound | bite bit bitten | bleed bled bled | blow blew blown | break broke broken
breed bred bred | bring brought brought | build built built | burst burst burst
buy bought bought | cast cast cast | catch caught caught | choose chose chosen
cling clung clung | come came come | cost cost cost | creep crept crept | cut cut cut
deal dealt dealt | dig dug dug | do did done | draw drew drawn | drink drank drunk
drive drove driven | eat ate eaten | fall fell fallen | feed fed fed | feel felt felt
fight fought fought | find found found | flee fled fled | fling flung flung | fly flew flown
forbid forbade forbidden | forget forgot forgotten | forgive forgave forgiven
freeze froze frozen | get got gotten | give gave given | go went gone | grind ground ground
grow grew grown | hang hung hung | have had had | hear heard heard | hide hid hidden
hit hit hit | hold held held | hurt hurt hurt | keep kept kept | kneel knelt knelt
know knew known | lay laid laid | lead led led | leave left left | lend lent lent
let let let | lie lay lain | light lit lit | lose lost lost | make made made
mean meant meant | meet met met | mistake mistook mistaken | outdo outdid outdone
overcome overcame overcome | overdo overdid overdone | pay paid paid | put put put
quit quit quit | read read read | rend rent rent | ride rode ridden | ring rang rung
rise rose risen | run ran run | say said said | see saw seen | seek sought sought
sell sold sold | send sent sent | set set set | shake shook shaken | shed shed shed
shine shone shone | shoot shot shot | show showed shown | shrink shrank shrunk
shut shut shut | sing sang sung | sink sank sunk | sit sat sat | sleep slept slept
slide slid slid | sling slung slung | slit slit slit | sow sowed sown | speak spoke spoken
spend spent spent | spin spun spun | spit spat spat | split split split
spread spread spread | spring sprang sprung | stand stood stood | steal stole stolen
stick stuck stuck | sting stung stung | stink stank stunk | stride strode stridden
strike struck struck | string strung strung | strive strove striven | swear swore sworn
sweep swept swept | swell swelled swollen | swim swam swum | swing swung swung
take took taken | teach taught taught | tear tore torn | tell told told
think thought thought | throw threw thrown | thrust thrust thrust | tread trod trodden
understand understood understood | undo undid undone | upset upset upset | wake woke woken
wear wore worn | weave wove woven | weep wept wept | win won won | wind wound wound
withdraw withdrew withdrawn | wring wrung wrung | write wrote written
"""

# Second forms that are as good: burnt beside burned.
_ALSO = """
bear born | beat beat | bite bit | burn burnt | dive dove | dream dreamt | dwell dwelt | fit fit
forget forgot | get got | hang hanged | hide hid | kneel kneeled | knit knit | lean leant
leap leapt | learn learnt | light lighted | plead pled | prove proven | saw sawn | shave shaven
shear shorn | shine shined | show showed | slay slew slain | smell smelt | sneak snuck
sow sowed | speed sped | spell spelt | spill spilt | spin span | spit spit | spoil spoilt
strike stricken | sweat sweat | wake waked | weave weaved | wed wed | wet wet
"""

# Regular ones that idioms and plain words begin with, and that mean little else.
_REGULAR = """
abandon accept ache achieve act add address admire admit adore advise agree aim allow amaze
amuse annoy answer apologize appear appreciate argue arrange arrive ask attack attract avoid
bark beg behave believe belong betray bicker binge blame bless blend block blur boast boil
bother bounce brag breathe bug bully burn bury call calm cancel care carry cause celebrate
chase chat cheat check cheer chew chill chip choke clap clean clear clutch climb close clown coast
collect compare compete complain complicate confess confuse connect consider contact continue
control convince cook cope copy count cover crack crash crave create criticize cross crunch cry
dance dare date deceive decide declare defeat defend delay deliver demand deny depend deserve
destroy die disappear disappoint discover dish disgust dismiss disturb dive dodge doubt drag
dream dress drift drop dump earn ease embarrass empty encourage end endure enjoy enter escape
exaggerate excuse expect explain face fail fake fancy fear fetch fill finish fire fit fix flex
flip flog focus follow fool force frighten fuel gain gaslight gather gild gloss gossip grab greet
grumble guess handle happen harm hate have haw heal help hem hesitate hope hum hurry ignore imagine
impress
improve influence insist insult interfere invite irritate jog join joke judge jump kick kill
kiss knock lack land last laugh launch lean learn lick lift like limit listen live look love
lower manage marry match mention mess mind miss mock move nail need nip notice obey offer open
order outsmart overreact overspend owe pack panic paint pass persuade pick plant play plead
please plough poke pop postpone pour practise praise prepare press pretend prevent promise
protect prove provoke pull punish push quiet rain raise reach react realize receive recommend refuse
regret relax relive rely remain remember remind repeat reply rescue resist respect rest retire
return reveal risk roast rock roll rub ruin rush sail salvage save scare scatter scold scrape
scratch scream seal search seem separate settle shape share shift ship shiver shout show shrug
sigh skate skip slack slap slave slay slip smell smile smoke smooth sneak snap sober sort
sound sow speed spell spill spoil stab stare start starve stay steer step stir stop stretch
struggle study succeed suck suffer suggest support surprise surrender suspect sweat switch
talk tempt thank threaten tie tip toe toot touch trade treat trick trigger trim trust try turn
twist use vanish wait walk want warn wash waste watch wave whip whisper wipe wish wonder work
worry wrap yell
"""


def irregular() -> dict[str, tuple[str, str]]:
    """Base → past and participle, where -ed is not the usual ending."""
    return {base: (past, participle) for base, past, participle in _rows(_IRREGULAR)}


def second_forms() -> dict[str, tuple[str, str]]:
    """Base → a past and a participle that are as good as the usual ones."""
    return {base: (others[0], others[-1]) for base, *others in _rows(_ALSO)}


def verbs() -> frozenset[str]:
    """Every base form known here."""
    named = {row[0] for text in (_IRREGULAR, _ALSO) for row in _rows(text)}
    return frozenset(named | set(_REGULAR.split()))


def _rows(text: str) -> list[list[str]]:
    return [row.split() for line in text.strip().splitlines() for row in line.split("|")]
