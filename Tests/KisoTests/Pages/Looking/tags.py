"""The rules of PDF/UA-1 (ISO 14289-1) that a program can decide, over the tags of a PDF."""

from pdf import Name, Ref, text_of

STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu",
    "Figure", "Formula", "Form",
}
CHILDREN = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
    "TR": {"TH", "TD"}, "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"},
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "LBody": {"LI"},
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
}


class Tags:
    """The tree of tags, and what is wrong with it: pairs of a page, 0 for the whole, and a sentence."""

    def __init__(self, pdf, pages):
        self.pdf = pdf
        self.mistakes = []
        self.numbers = {int(page): number for number, page in enumerate(pdf.pages, 1)}
        self.owned = {number: [] for number in range(1, len(pages) + 1)}
        self.annotations = set()
        self.headings = []
        self.root = pdf.get(pdf.trailer, "Root")
        self.document()
        tree = pdf.get(self.root, "StructTreeRoot")
        if tree is None:
            return self.say(0, "7.1: no tags")
        self.roles = pdf.object(tree.get("RoleMap", {}))
        for kid in self.kids(tree):
            self.element(kid, None, None)
        self.check_roles()
        self.check_headings()
        for page in pages:
            self.check_page(page)

    def say(self, page, text):
        self.mistakes.append((page, text))

    def kids(self, node):
        kids = self.pdf.object(node.get("K", []))
        # A reference to an element was followed; a list stays one.
        return kids if isinstance(kids, list) else [node["K"]]

    def document(self):
        get, root = self.pdf.get, self.root
        metadata = self.pdf.stream(root["Metadata"]).decode("utf-8", "replace") if "Metadata" in root else ""
        for wanted, sentence in [
            (get(root, "MarkInfo", "Marked") is True, "6.2: the file does not say that it is tagged"),
            (get(root, "MarkInfo", "Suspects") is not True, "7.1: its tags are suspect"),
            ("pdfuaid:part" in metadata, "5: the file does not say that it is PDF/UA-1"),
            ("<dc:title>" in metadata, "7.1: no title in the metadata"),
            (get(root, "ViewerPreferences", "DisplayDocTitle") is True, "7.1: the window does not show the title"),
            (bool(get(root, "Lang")), "7.2: no language"),
            ("Encrypt" not in self.pdf.trailer, "7.16: encrypted"),
            ("XFA" not in (get(root, "AcroForm") or {}), "7.15: a form of XFA"),
        ]:
            if not wanted:
                self.say(0, sentence)

    # The tree

    def element(self, reference, parent, page):
        node = self.pdf.object(reference)
        if isinstance(node, int):
            return self.content(page, node)
        kind = node.get("Type")
        page = self.numbers.get(int(node["Pg"])) if isinstance(node.get("Pg"), Ref) else page
        if kind == "MCR":
            return self.content(page, node["MCID"])
        if kind == "OBJR":
            return self.annotations.add(int(node["Obj"]))
        role = self.role(node.get("S"))
        if role not in STANDARD:
            return self.say(page or 0, f"7.1: {node.get('S')} is no tag and stands for none")
        kids = self.kids(node)
        roles = [self.role(self.pdf.object(kid).get("S")) for kid in kids if self.is_element(kid)]
        if parent not in PARENTS.get(role, {parent}):
            self.say(page or 0, f"7.2: {role} inside {parent}")
        for kid in set(roles) - CHILDREN.get(role, set(roles)):
            self.say(page or 0, f"7.2: {kid} inside {role}")
        if role in CHILDREN and not roles:
            self.say(page or 0, f"7.2: {role} is empty")
        if role == "LI" and "LBody" not in roles:
            self.say(page or 0, "7.6: an entry of a list without LBody")
        if role in ("Figure", "Formula", "Form") and not (node.get("Alt") or node.get("ActualText")):
            if role != "Form":
                self.say(page or 0, f"7.3: {role} without words for it")
        if role == "TH" and self.attribute(node, "Scope") not in ("Row", "Column", "Both"):
            self.say(page or 0, "7.5: TH without a scope")
        if role == "Table":
            self.check_table(node, page)
        if role[0] == "H" and role[1:].isdigit():
            self.headings.append((page or 0, int(role[1:])))
        for kid in kids:
            self.element(kid, role, page)

    def is_element(self, kid):
        value = self.pdf.object(kid)
        return isinstance(value, dict) and value.get("Type") not in ("MCR", "OBJR")

    def content(self, page, number):
        if page is None:
            return self.say(0, "7.1: tagged content on no page")
        self.owned[page].append(number)

    def role(self, name):
        seen = set()
        while name not in STANDARD and name in self.roles and name not in seen:
            seen.add(name)
            name = self.roles[name]
        return name

    def check_roles(self):
        for name in self.roles:
            if name in STANDARD:
                self.say(0, f"7.1: the standard tag {name} is given another meaning")

    def attribute(self, node, name):
        attributes = self.pdf.object(node.get("A", []))
        for one in attributes if isinstance(attributes, list) else [attributes]:
            one = self.pdf.object(one)
            if isinstance(one, dict) and name in one:
                return self.pdf.object(one[name])
        return None

    # Tables: as many columns in each row, and a header for each cell of data

    def rows(self, table):
        rows = []
        for kid in self.kids(table):
            if not self.is_element(kid):
                continue
            node = self.pdf.object(kid)
            role = self.role(node.get("S"))
            if role == "TR":
                rows.append([self.pdf.object(cell) for cell in self.kids(node) if self.is_element(cell)])
            elif role in ("THead", "TBody", "TFoot"):
                rows += self.rows(node)
        return rows

    def check_table(self, table, page):
        spans, widths, has_column, data, lonely = {}, set(), False, 0, 0
        for row in self.rows(table):
            width = spans.pop(0, 0)
            spans = {row_number - 1: count for row_number, count in spans.items()}
            has_row = any(
                self.role(cell.get("S")) == "TH" and self.attribute(cell, "Scope") in ("Row", "Both") for cell in row)
            for cell in row:
                columns = self.attribute(cell, "ColSpan") or 1
                width += columns
                for below in range((self.attribute(cell, "RowSpan") or 1) - 1):
                    spans[below] = spans.get(below, 0) + columns
                if self.role(cell.get("S")) == "TH":
                    has_column = has_column or self.attribute(cell, "Scope") in ("Column", "Both")
                else:
                    data += 1
                    lonely += not (has_row or has_column)
            widths.add(width)
        if len(widths) > 1:
            self.say(page or 0, f"7.2: a table with rows of {sorted(widths)} columns")
        if lonely:
            self.say(page or 0, f"7.5: {lonely} of {data} cells of a table without a header")

    # Headings, content and annotations

    def check_headings(self):
        last = 0
        for page, level in self.headings:
            if level > last + 1:
                self.say(page, f"7.4: H{level} behind " + (f"H{last}" if last else "nothing"))
            last = level
        if [level for _, level in self.headings].count(1) != 1:
            self.say(0, "7.4: not one H1")

    def check_page(self, page):
        for mistake in page.mistakes:
            self.say(page.number, mistake)
        owned = self.owned[page.number]
        if len(set(owned)) < len(owned):
            self.say(page.number, "7.1: content that two tags have")
        for _ in set(page.marked) - set(owned):
            self.say(page.number, "7.1: content that no tag has")
        annotations = self.pdf.object(page.value.get("Annots", []))
        if annotations and page.value.get("Tabs") != Name("S"):
            self.say(page.number, "7.18.3: annotations in no order")
        for reference in annotations:
            annotation = self.pdf.object(reference)
            if int(reference) not in self.annotations:
                self.say(page.number, "7.18.1: an annotation without a tag")
            is_field = annotation.get("Subtype") == "Widget"
            words = annotation.get("TU") if is_field else annotation.get("Contents")
            if is_field and words is None and "Parent" in annotation:
                words = self.pdf.get(annotation["Parent"], "TU")
            if not text_of(words or b"").strip():
                self.say(page.number, "7.18.4: a field without words for it" if is_field else "7.18.5: a link without words")
