"""Words in names of files and folders that name no student: sets of words, in lower case; nothing comes in."""

from __future__ import annotations

# Words cameras, phones, scanners and programs put into names.
_MACHINES = """
    adobe attachment batch bild bilder bildschirmfoto burst camscanner ccf cimg copia copy dcim doc docs
    document documento documents dokument dsc dscf dscn dscp epson file files foto fotos fullsizerender genius
    gopr imag image images img imgs jpeg jpg kmbt kopie kyocera lens mfp mvimg office output page pages pdf
    photo photos pic pics picture pictures png pxl received ricoh scan scanned scanner scans scn screenshot skm
    skmbt snapchat stack telegram unbenannt untitled vid whatsapp xerox
"""
MACHINES = frozenset(_MACHINES.split())

# Words for what holds the work of several students, or several works of one.
_CONTAINERS = """
    absent block clase class classe classes day december draft drafts ex exercise february folder
    friday grade group groupe groups grupo gruppe hour january july klasse late lesson makeup march monday
    new november october old other others per period problem q question questions rest revision room saturday
    section september set sunday table team thursday tuesday unit upload uploads various ver version wednesday
    week year yr
"""
CONTAINERS = frozenset(_CONTAINERS.split())

# Words that are in names but tell no student from another.
_GENERIC = """
    anon anonymous answer answers assignment boy boys child children essay essays exam final girl girls homework
    hw kid kids learner name paper papers pupil pupils quiz response responses story student students submission
    task tasks test work works worksheet writing
"""
GENERIC = frozenset(_GENERIC.split())
