"""Looks at PDFs that LibreOffice made: their tags by the rules of PDF/UA-1, and the measures of their pages.

Called with the paths of PDFs; prints a line for each fact, its parts parted by tabs, the file's stem and the page first:

    mistake SENTENCE       what breaks ISO 14289-1, with its clause; page 0 is the whole file
    page    SLACK          millimetres between the last of the text and the foot
    type    SIZE           the smallest size of letters between head and foot, in points
    field   WIDTH  LABEL   the room for a pen below a label, in millimetres
    gap     WIDTH  WORDS   a line of underscores in a text, with the words in front of it
    room    HEIGHT LABEL   the free height above a line to sign on, in millimetres
    level   DIFFERENCE     how far two such lines beside each other are apart in height
    outside WORDS          letters beyond the margins of the page
    boxes   TICKED EMPTY   boxes to tick
"""

import os
import sys

from measures import Measures
from pdf import PDF, Page
from tags import Tags


def look(path):
    stem = os.path.splitext(os.path.basename(path))[0]
    pdf = PDF(path)
    pages = [Page(pdf, reference, number) for number, reference in enumerate(pdf.pages, 1)]
    for page, sentence in Tags(pdf, pages).mistakes:
        print(stem, page, "mistake", sentence, sep="\t")
    for page in pages:
        for fact in Measures(page).facts:
            print(stem, page.number, *fact, sep="\t")


for path in sys.argv[1:]:
    look(path)
