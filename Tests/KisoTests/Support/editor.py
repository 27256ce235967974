r"""Works on documents in a real, headless LibreOffice Writer, with real key events where they can be sent.

Usage: editor.py SOFFICE PROFILE SCRIPT

Needs python3-uno and the Python of the system. The script has one command a line, its words between tabs, line ends in
a word as \n and tabs as \t. One office does all the work; each command prints `ok` with what it has to say, or ends the run. What
cannot be done with keys in an office without windows is done by its interface: choosing an item of a drop-down, which
opens a dialog, and pasting rows, which needs a menu.
"""
import os
import subprocess
import sys
import time

import uno
from com.sun.star.awt import KeyEvent
from com.sun.star.awt.Key import BACKSPACE, DELETE, DOWN, END, HOME, LEFT, RETURN, RIGHT, SPACE, TAB, UP
from com.sun.star.awt.KeyModifier import MOD1, SHIFT
from com.sun.star.beans import PropertyValue

KEYS = {'BACKSPACE': BACKSPACE, 'DELETE': DELETE, 'DOWN': DOWN, 'END': END, 'HOME': HOME, 'LEFT': LEFT,
        'RETURN': RETURN, 'RIGHT': RIGHT, 'SPACE': SPACE, 'TAB': TAB, 'UP': UP}
FILTERS = {'odt': 'writer8', 'docx': 'MS Word 2007 XML', 'fodt': 'OpenDocument Text Flat XML'}


def properties(values):
    result = []
    for name, value in values.items():
        result.append(PropertyValue(name, 0, value, uno.Enum('com.sun.star.beans.PropertyState', 'DIRECT_VALUE')))
    return tuple(result)


class Office:
    """One LibreOffice with a profile of its own."""

    def __init__(self, soffice, profile):
        self.pipe = 'kiso%d' % os.getpid()
        self.command = [soffice, '-env:UserInstallation=file://' + os.path.abspath(profile), '--headless',
                        '--norestore', '--nologo', '--nodefault', '--accept=pipe,name=%s;urp;' % self.pipe]
        self.start()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
        deadline = time.time() + 90
        while True:
            try:
                self.context = resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % self.pipe)
                break
            except Exception:
                # The first start with a fresh profile may end at once.
                if self.process.poll() is not None:
                    self.start()
                if time.time() > deadline:
                    raise
                time.sleep(0.1)
        create = self.context.ServiceManager.createInstanceWithContext
        self.desktop = create('com.sun.star.frame.Desktop', self.context)
        self.dispatcher = create('com.sun.star.frame.DispatchHelper', self.context)
        self.toolkit = create('com.sun.star.awt.Toolkit', self.context)

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        start_new_session=True)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(15)
        except Exception:
            os.killpg(self.process.pid, 9)


class Editor:
    """One open document, and the hands on the keyboard."""

    def __init__(self, office):
        self.office, self.document = office, None
        # Fields and controls by name: to ask for them takes long, so they are asked for once.
        self.known = {}

    # Keys

    def window(self):
        """The largest window inside the frame is the one that is typed into."""
        found = []

        def walk(window, depth):
            size = window.getPosSize()
            if depth:
                found.append((size.Width * size.Height, window))
            try:
                children = window.getWindows()
            except Exception:
                return
            for child in children:
                walk(child, depth + 1)

        root = self.document.CurrentController.Frame.ComponentWindow
        walk(root, 0)
        return max(found, key=lambda pair: pair[0])[1] if found else root

    def press(self, code=0, character='\0', modifiers=0, window=None):
        event = KeyEvent()
        event.Source, event.KeyChar = window or self.typed, uno.Char(character)
        event.KeyCode, event.Modifiers = code, modifiers
        self.office.toolkit.keyPress(event)
        self.office.toolkit.keyRelease(event)

    def type(self, text, waits=True):
        for character in text:
            if character == '\n':
                self.press(RETURN)
            elif character == '\t':
                # In a table it goes to the next cell by itself.
                self.press(TAB, modifiers=MOD1 if self.is_in_cell() else 0)
            elif ord(character) > 0xFFFF:
                # No key has it: it comes as from an input method.
                self.idle()
                self.menu('InsertText', Text=character)
            else:
                self.press(character=character)
        if waits:
            self.idle()

    def is_in_cell(self):
        return self.cursor.Text.supportsService('com.sun.star.text.CellProperties')

    def idle(self):
        """Waits until everything that was typed has arrived."""
        self.office.toolkit.processEventsToIdle()

    def settle(self, holds, seconds=5):
        """Waits until what was typed has arrived."""
        deadline = time.time() + seconds
        while not holds():
            if time.time() > deadline:
                return False
            time.sleep(0.005)
        return True

    # Finding

    def fields(self, service):
        if service not in self.known:
            self.known[service] = self.find_fields(service)
        return self.known[service]

    def find_fields(self, service):
        found = {}
        fields = self.document.TextFields.createEnumeration()
        while fields.hasMoreElements():
            field = fields.nextElement()
            if field.supportsService('com.sun.star.text.TextField.' + service):
                name = field.Name if service == 'DropDown' else field.Hint.split(' ')[0]
                found.setdefault(name, []).append(field)
        return found

    def controls(self):
        if 'controls' not in self.known:
            self.known['controls'] = self.find_controls()
        return self.known['controls']

    def find_controls(self):
        found = {}
        page = self.document.DrawPage
        for index in range(page.Count):
            shape = page.getByIndex(index)
            if shape.supportsService('com.sun.star.drawing.ControlShape'):
                found.setdefault(shape.Control.Name, []).append(shape.Control)
        return found

    @property
    def cursor(self):
        return self.document.CurrentController.ViewCursor

    # Commands

    def open(self, path, password=''):
        options = {'Password': password} if password else {}
        self.document = self.office.desktop.loadComponentFromURL('file://' + path, '_blank', 0, properties(options))
        if self.document is None:
            raise RuntimeError('cannot open')
        self.typed, self.known = self.window(), {}

    def close(self):
        self.document.close(True)
        self.document = None

    def save(self, path, password=''):
        options = {'FilterName': FILTERS[path.rsplit('.', 1)[1]], 'Overwrite': True}
        if password:
            options['Password'] = password
        self.document.storeToURL('file://' + path, properties(options))

    def track(self, state):
        self.document.RecordChanges = state == 'on'

    def input(self, name, text, occurrence='0'):
        """Types over the content of an input field."""
        field = self.fields('Input')[name][int(occurrence)]
        cursor = self.cursor
        cursor.gotoRange(field.Anchor.Start, False)
        cursor.goRight(1, False)
        # From behind: at its end Delete, and at its start Backspace, would take the whole field away.
        length = len(field.Content.encode('utf-16-le')) // 2
        cursor.goRight(length, True)
        if text:
            self.type(text)
        else:
            self.press(DELETE)
            self.idle()

    def tabs(self, *words):
        """Fills input fields one behind the other with the tabulator: the name of the first, then the texts."""
        first, texts = words[0], words[1:]
        field = self.fields('Input')[first][0]
        cursor = self.cursor
        cursor.gotoRange(field.Anchor.Start, False)
        cursor.goRight(1, False)
        cursor.goRight(len(field.Content.encode('utf-16-le')) // 2, True)
        for index, text in enumerate(texts):
            if index:
                self.press(TAB)
            if text != '=':
                self.type(text, waits=False)
        self.idle()

    def section(self, name, text):
        """Types over the content of a section."""
        anchor = self.document.TextSections.getByName(name).Anchor
        self.cursor.gotoRange(anchor.Start, False)
        self.cursor.gotoRange(anchor.End, True)
        if self.cursor.String:
            self.press(DELETE)
        self.type(text)

    def append(self, name, text):
        """Types at the end of a section."""
        self.cursor.gotoRange(self.document.TextSections.getByName(name).Anchor.End, False)
        self.type(text)

    def box(self, name, state):
        """Presses the space bar on a box unless it is as wanted."""
        model = self.controls()[name][0]
        wanted = 1 if state == 'on' else 0
        if model.State == wanted:
            return
        control = self.document.CurrentController.getControl(model)
        control.setFocus()
        self.press(SPACE, ' ', window=control.getPeer())
        if not self.settle(lambda: model.State == wanted):
            raise RuntimeError('the box did not change')
        # Back from the box to the text.
        self.document.CurrentController.Frame.ComponentWindow.setFocus()

    def choice(self, name, text, occurrence='0'):
        field = self.fields('DropDown')[name][int(occurrence)]
        if text not in field.Items:
            raise RuntimeError('no such item')
        field.SelectedItem = text

    def goto(self, table, row, cell, end='end'):
        """Puts the cursor into a cell; rows and cells from 1."""
        text = self.document.TextTables.getByName(table).getCellByName('%s%s' % (chr(64 + int(cell)), row))
        self.cursor.gotoRange(text.End if end == 'end' else text.Start, False)

    def cell(self, table, row, cell, text):
        self.goto(table, row, cell)
        self.type(text)

    def keys(self, *names):
        for name in names:
            modifiers = 0
            while name[:5] == 'CTRL+' or name[:6] == 'SHIFT+':
                modifiers |= MOD1 if name[:5] == 'CTRL+' else SHIFT
                name = name.split('+', 1)[1]
            self.press(KEYS[name], modifiers=modifiers)
        self.idle()

    def write(self, text):
        self.type(text)

    def menu(self, command, **arguments):
        self.known = {}
        self.office.dispatcher.executeDispatch(
            self.document.CurrentController.Frame, '.uno:' + command, '', 0, properties(arguments))

    def rows(self, table):
        return str(self.document.TextTables.getByName(table).Rows.Count)

    def into(self, name, offset='0'):
        """Puts the cursor into an input field, that many letters behind its start."""
        field = self.fields('Input')[name][0]
        self.cursor.gotoRange(field.Anchor.Start, False)
        self.cursor.goRight(1 + int(offset), False)

    def select(self, count):
        self.cursor.goRight(int(count), True)

    def replace(self, old, new):
        """Search and replace all, as the dialog does."""
        search = self.document.createReplaceDescriptor()
        search.SearchString, search.ReplaceString = old, new
        return str(self.document.replaceAll(search))

    def comment(self, name, text):
        """A comment at an input field."""
        field = self.fields('Input')[name][0]
        note = self.document.createInstance('com.sun.star.text.textfield.Annotation')
        note.Content = text
        field.Anchor.Text.insertTextContent(field.Anchor.End, note, False)

    def content(self, name):
        return self.fields('Input')[name][0].Content

    def version(self):
        provider = self.office.context.ServiceManager.createInstanceWithContext(
            'com.sun.star.configuration.ConfigurationProvider', self.office.context)
        node = provider.createInstanceWithArguments('com.sun.star.configuration.ConfigurationAccess', properties(
            {'nodepath': '/org.openoffice.Setup/Product'}))
        return node.ooSetupVersion


def main():
    office = Office(sys.argv[1], sys.argv[2])
    editor = Editor(office)
    try:
        with open(sys.argv[3], encoding='utf-8') as script:
            for number, line in enumerate(script, 1):
                words = [word.replace('\\n', '\n').replace('\\t', '\t') for word in line.rstrip('\n').split('\t')]
                try:
                    said = getattr(editor, words[0])(*words[1:])
                except Exception as error:
                    print('failed\t%d\t%s\t%s' % (number, words[0], str(error).split('\n')[0]), flush=True)
                    return 1
                print('ok' + ('\t' + said.replace('\n', '\\n') if said is not None else ''), flush=True)
    finally:
        office.close()
    return 0


sys.exit(main())
