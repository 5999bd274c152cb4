"""Why a file couldn't be opened, in words a teacher understands, and what to do now. Sentences only."""

from __future__ import annotations

from typing import NamedTuple


class Reason(NamedTuple):
    """One way the world fails a file: `sentence` says what is the matter, `hint` what to do now."""

    sentence: str
    hint: str


EMPTY = Reason("The file is empty.", "Copy it again from where it came from, or scan the page again.")
DAMAGED = Reason("The file is damaged or was not copied whole.", "Copy it again from where it came from.")
DAMAGED_PICTURE = Reason(
    "The picture is damaged or was not copied whole.",
    "Copy it again from the phone or scanner, or scan the page again.",
)
TOO_MANY_PIXELS = Reason(
    "The picture is far too large to be a scanned page.", "Scan the page again at 200 or 300 dots per inch."
)
TOO_SMALL = Reason(
    "The picture is too small to hold any writing.", "Scan the page again, or ask for the full-size photo."
)
PASSWORD = Reason(
    "The file is protected with a password.", "Open it with its password, save a copy without one and add the copy."
)
DAMAGED_PDF = Reason(
    "The PDF is damaged and could not be mended.", "Open it in another program, print it to a new PDF and add that one."
)
NO_PAGES = Reason("The PDF has no pages.", "Scan the pages again, or ask for the file again.")
TOO_MANY_PAGES = Reason(
    "The file has far more pages than student work has.", "Split it into one file for each student and add those."
)
NOT_A_PICTURE = Reason(
    "The file holds plain text, although its name says otherwise.",
    "If it is student work, rename it so that it ends in .txt; else ask for the file again.",
)
OTHER_TEXT = Reason(
    "This kind of text file (a table, a web page, a program) is not read as student work.",
    "If it is student work, save it as a Word document, a PDF or plain text (.txt).",
)
ONLY_PICTURES = Reason("The RTF document holds only pictures.", "Save it as a PDF or as a Word document (.docx).")
TOO_MUCH_TEXT = Reason("The file holds far more text than student work does.", "Add only the student's own pages.")
ZIP_BOMB = Reason(
    "The file unpacks to far more than such a file holds; it may be harmful.", "Ask for the file again, as a PDF."
)
XML_BOMB = Reason(
    "The document is built in a way no word processor builds one; it may be harmful.",
    "Ask for the file again, as a PDF.",
)
OLD_WORD = Reason("This is a document of an old Word (.doc).", "Open it in Word and save it as .docx or PDF.")
GOOGLE_LINK = Reason(
    "This is only a link to a Google document or slide show; the work itself is not in it.",
    "Open it in Google Drive and choose File > Download > PDF; for a whole folder, right-click it and download it.",
)
WEB_LINK = Reason("This is only a link to a web page.", "Open the link, save the work as a PDF and add that.")
APPLE_PAGES = Reason(
    "This is an Apple Pages, Numbers or Keynote document.",
    "Open it there and choose File > Export To > PDF; at icloud.com, Download a Copy as PDF.",
)
SLIDES = Reason("This is a slide show (PowerPoint or the like).", "Open it, export or print it as a PDF and add that.")
SPREADSHEET = Reason("This is a spreadsheet.", "If it is student work, export it as a PDF.")
ARCHIVE = Reason("This is a packed archive.", "Unpack it first and add the folder that comes out.")
ZIP_PASSWORD = Reason(
    "The zip is protected with a password.", "Unpack it with its password and add the folder that comes out."
)
DAMAGED_ZIP = Reason("The zip is damaged or was not downloaded whole.", "Download it again, then add it again.")
DAMAGED_IN_ZIP = Reason("The file is damaged inside its zip.", "Download the zip again, or ask for the file itself.")
EMPTY_ZIP = Reason("There is no work in the zip.", "Download it again, or add the files themselves.")
TOO_MANY_FILES = Reason(
    "The zip holds far more files than a class set has; nothing of it was unpacked.",
    "Unpack it yourself and add only the folder with the work, or raise intake.max_zip_files in the settings.",
)
TOO_LARGE_ZIP = Reason(
    "The zip unpacks to far more than a class set is; it may be harmful, and nothing of it was unpacked.",
    "Unpack it yourself and add only the folder with the work, or raise intake.max_zip_mb in the settings.",
)
LEADS_OUT = Reason(
    "Its name in the zip leads to another place on the computer; it may be harmful, and was not unpacked.",
    "Ask for the file itself.",
)
TOO_DEEP = Reason("It lies too many folders deep in the zip.", "Unpack the zip yourself and add the file.")
ZIP_IN_ZIP = Reason("This is a zip in a zip in a zip.", "Unpack it yourself and add the folder that comes out.")
UNPACKED_ALREADY = Reason(
    "A folder of the same name lies beside the zip: the folder is read, the zip is not.",
    "If they hold different work, move one of them and add it by itself.",
)
MISSING_PART = Reason(
    "This part of the download is missing: a later part is here.", "Download it too, then add all parts together."
)
OTHER_PICTURE = Reason("This kind of picture is not opened here.", "Save it as JPEG, PNG or PDF.")
FILM = Reason("This is a film or a sound recording.", "Patternwork reads pages; add photos of them.")
UNKNOWN = Reason(
    "This is not a kind of file that holds pages or text.", "Ask for the work as PDF, photo or Word document."
)
LINK = Reason("This is a link to a file in another place; links are not followed.", "Copy the file itself here.")
NOT_A_FILE = Reason("This is a special file of the computer, not a document.", "Leave it out.")
NOT_ALLOWED = Reason("This computer does not let Patternwork read it.", "Change its permissions, or copy it elsewhere.")
GONE = Reason("The file is no longer where it was.", "Put it back and add the folder again.")
PAGE_GONE = Reason("The file has changed since it was added: this page is no longer in it.", "Add the folder again.")
