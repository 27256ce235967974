"""How each program wants its marks written. The text between them is the same for all."""

from xml.sax.saxutils import escape, quoteattr


def placeholder(text):
    return f'<text:placeholder text:placeholder-type="text">{escape(f"<{text}>")}</text:placeholder>'


def row_of(inner, columns):
    cell = f'<table:table-cell table:number-columns-spanned="{columns}"><text:p>{inner}</text:p></table:table-cell>'
    return f"<table:table-row>{cell}</table:table-row>"


class Dialect:
    """What all have in common: nothing to declare, a cell is a value."""

    def declarations(self, page):
        return ""

    def cell(self, table, name):
        return self.value(name)


class Placeholders(Dialect):
    """kiso and the floor."""

    def value(self, name):
        return placeholder(name)

    def around_rows(self, table, columns):
        return row_of(placeholder(f"für {table}"), columns), row_of(placeholder("ende"), columns)

    def condition(self, name, inner):
        begin, end = (f"<text:p>{placeholder(mark)}</text:p>" for mark in (f"wenn {name}", "ende"))
        return begin + inner + end


class Relatorio(Dialect):
    def value(self, name):
        return placeholder(name)

    def cell(self, table, name):
        return placeholder(f"row['{name}']")

    def around_rows(self, table, columns):
        begin, end = placeholder(f'for each="row in {table}"'), placeholder("/for")
        return row_of(begin, columns), row_of(end, columns)

    def condition(self, name, inner):
        begin, end = placeholder(f'if test="{name}"'), placeholder("/if")
        return f"<text:p>{begin}</text:p>{inner}<text:p>{end}</text:p>"


class Jinja(Dialect):
    def value(self, name):
        return "{{ " + name + " }}"

    def cell(self, table, name):
        return "{{ row." + name + " }}"

    def around_rows(self, table, columns):
        return "{% for row in " + table + " %}", "{% endfor %}"

    def condition(self, name, inner):
        return "{% if " + name + " %}" + inner + "{% endif %}"


class Py3o(Dialect):
    def declarations(self, page):
        names = [name for values in page.sets for name in values["fields"]]
        names += [f"row.{name}" for values in page.sets for rows in values["tables"].values() for name in rows[0]]
        fields = "".join(
            f'<text:user-field-decl text:name="py3o.{name}" office:value-type="string" office:string-value=""/>'
            for name in dict.fromkeys(names)
        )
        return f"<text:user-field-decls>{fields}</text:user-field-decls>"

    def value(self, name):
        return f'<text:user-field-get text:name="py3o.{name}">{name}</text:user-field-get>'

    def cell(self, table, name):
        return self.value(f"row.{name}")

    def link(self, text):
        return f"<text:a xlink:type=\"simple\" xlink:href={quoteattr('py3o://' + text)}>{escape(text)}</text:a>"

    def around_rows(self, table, columns):
        return row_of(self.link(f'for="row in {table}"'), columns), row_of(self.link("/for"), columns)

    def condition(self, name, inner):
        begin, end = self.link(f'if="{name}"'), self.link("/if")
        return f"<text:p>{begin}</text:p>{inner}<text:p>{end}</text:p>"


class Appy(Dialect):
    def value(self, name):
        return f"<text:text-input text:description=\"\">{name}</text:text-input>"

    def cell(self, table, name):
        # What is said of a row stands in its first cell.
        loop = self.annotation(f"do row for row in {table}") if self.pending else ""
        self.pending = None
        return loop + self.value(f"row['{name}']")

    def annotation(self, text):
        return f"<office:annotation><text:p>{escape(text)}</text:p></office:annotation>"

    def around_rows(self, table, columns):
        self.pending = table
        return "", ""

    def condition(self, name, inner):
        end = inner.index(">") + 1
        return inner[:end] + self.annotation(f"do text if {name}") + inner[end:]


class Spans(Dialect):
    """For libraries that only change trees: each value is a span of a style by which it is found."""

    STYLE = "Angabe"

    def value(self, name):
        return f'<text:span text:style-name="{self.STYLE}">{name}</text:span>'

    def around_rows(self, table, columns):
        return "", ""

    def condition(self, name, inner):
        return inner.replace("<text:p ", '<text:p xml:id="wenn" ', 1)
