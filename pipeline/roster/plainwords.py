"""Words of the language that are names as well ("Grace", "Will", "Young"): a set, in lower case; nothing comes in.

English given and family names, and some Spanish and French ones, that a child may well write as a word. Standing alone
they stay; beside another name of the class they are a name.
"""

from __future__ import annotations

_GIVEN = """
    ace amber amity angel april art aspen august aurora autumn basil bay bear bill blaze blossom blue bob brand
    brandy brook brooks bud candy carol cash chance charity charm chase chip christian clay cliff clove coral
    crystal dahlia daisy dale dawn dean destiny drew duke earl ebony eden ember eternity faith fern finn flora
    forest frank gale garnet gene genesis ginger glen glory grace grant gray griffin guy gypsy happy harley
    harmony harper hazel heath heather heaven holly honey honor hope hunter iris ivory ivy jack jade jasmine jay
    jet jewel jimmy journey joy june justice kelp king kit lake lane lark laurel leaf legend liberty lily lotus
    love lucky lyric major maple march marina mark marsh mary mason max may meadow melody mercy mike miles mint
    miracle misty morning myrtle nick noble nova ocean olive opal pansy paris pat patience peace pearl pepper
    phoenix piper pippin poppy precious prince princess promise prudence queen rain raven ray reason red reed
    reign rex rich ridge river rob robin rock rocky rose rosemary rowan ruby rusty sage sailor saint sandy
    sequoia serenity shade shell sierra silver sky sol sonny spring star stone storm stormy sue summer sunny
    sunshine tad tiger treasure trinity true tulip unity vale valentine valor van victor victory viola violet
    wade ward wednesday west will willow winter wisdom wolf woody wren zen
"""
_FAMILY = """
    abbot archer arrow ash bacon baker ball banks barber bark barker barn bass beach bean bell bells berry best
    bird bishop black blank bloom bolt bond booth boss bottom bow bowl bowler brand brewer bridge bridges bright
    broom brown buck bug bull bum burn burns bush butcher butler cable cage cain candle cane cannon cap car card
    carpenter cart carter case castle cat cave chamber chambers chess chick child chin church clerk clove coach
    coal coat cole colt comb cook cooper cope core corn cost cotton court cox crane crew crisp crook cross crow
    cup curl curry daily dale dance darling dash day dear deer dell den dish doll door dorm dove draper driver
    drum duck dunk dust dye earthy east easter egg elder english even fair fairy fall farm farmer fast fern
    field fields finch fine fish fisher flag flint flood flour flower flowers fog folk foot ford forge fort
    fortune foster fountain fowler fox free freeman french frost fuller gale gamble game garden gardener gates
    gay gem gentle giant gift gill gills glad glass glover goat gold golden good grain grape grass grave gravel
    graves great green grove guest gull gun hail hale half hall ham hammer hand hardy hare harm harp hart
    harvest hatch haven hawk hay hazard head heard heart herb herd hide high hill hills hoe holder hole holiday
    holland home hood hook hooper horn horse horton host house hull hunt hurry ice iron jet jewel jolly jordan
    joy judge jump kettle key keys kid kitchen kite knight knot lace lad lady lake lamb lance land landing lank
    large lash last laugh law lawn lawyer leader leech legend lemon level light lily lime lint lion list little
    lock loft long lord loud loving low lower loyal luck lunch lust mace maid mail man mane manly manner marble
    marine market marks marriage mason masters may meek melt merchant mild miller mills mink monk month moody
    moon moore more moss mountain mouse mule munch music nail neck needle neighbor nest new newman nickel night
    nile noon north notice nurse nut oak oats odd onion orange organ otter outlaw owl ox pace pack page paige
    painter palm pan paper parent park parker parks parson partridge peacock pear pearl peck peel penny pepper
    perch pick pierce pigeon pike pin pine pink pitch pitt place plane plant platt plow plum pole polish pond
    pool poor pope porter post potter potts pound powder power powers price pride priest print proud puddle pure
    purple puzzle quick rabbit race rag rail raven ray read reader reef rest rhyme rice rich riddle rider ring
    rivers road roads robber roll roof rook root roper rose rough rounds royal ruff rule rush rust rut rye sack
    sailor sale salmon salt sand sands savage saw sawyer scales school sea seal seed self sell senior sharp
    sheets shepherd shine ship shirt shore short sight silk simple singer sink skinner sky slack slaughter sleep
    small smart smith smoke smooth snow soil sole somers song sound south spain spark sparks spear speed spell
    spencer spice spike spring sprout stable stack staff stage stair stamp starling steed steel stern stiff
    stiles still stock storm stout strange straw street string strong such sugar summer sung sunshine surgeon
    swallow swan sweat sweet swift table tack tall tan tanner tar tart taylor tea teal temple terry thatcher
    thorn thrush thunder tick tide tidy tiller tilt timber toe tool top town townsend toy trail trap treat tree
    trim trip trout true trump turner twig twist usher vale van vessel vest victor vine wage wait wake walker
    walks wall waller war ward warm washer waters watts wax way wealthy weaver web webb weed weeks well wells
    whale wheat wheel wheeler whip whistle white wick wide wild wilder wind window winds wine wing winner wise
    wish wit witch wolf wood woods wool word work workman worm worth wren wright yard years yellow york young
"""
_OTHER = """
    alma amado ange angeles barrios beau belle bello blanc blanca blanche blanco bois bosque boucher boulanger
    bravo brun bueno caballero cabello calle campo campos canto casa casas castillo chat chevalier cielo clara
    claro colombe consuelo corona cruz cuesta desire dolores dulce esperanza estrella fleur flores fontaine
    franco fuentes gallo garnier grand grande gros guerra hermosa iglesia jardin lacroix lago leal leblanc
    legrand lejeune leroy luna lune luz mar marin martin mercado mercier meunier montes mora moreno moulin
    nieves niño noel noir olive pan pardo parfait pascal pastor paz perla petit piedra pierre pilar pino plaza
    ponce prado prune puente ramos real reine renard rey reyes rico rios robles roca roche rojas rojo rosa
    rosario rose roux roy royer rubio salas santos sauvage serena serrano sierra silva socorro sol soledad
    soleil soto tailleur torres tour valle vega vela ventura verde victoria vidal viento
"""
PLAIN_WORDS = frozenset(f"{_GIVEN} {_FAMILY} {_OTHER}".split())
