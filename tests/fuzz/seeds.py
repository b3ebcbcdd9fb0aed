#!/usr/bin/env python3
"""seeds.py FOLDER: writes what fuzzing starts from, a folder and a dictionary a target, out of the fixtures and the cases of the rules."""
import importlib.util
import io
import json
import pathlib
import re
import shutil
import sys
import zipfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
SMALL = TESTS / 'fixtures' / 'small'
MARK = b'\x1e'


def small_maker():
    spec = importlib.util.spec_from_file_location('make', SMALL / 'make.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sketches(maker):
    for name, document in maker.DOCUMENTS.items():
        lines = []
        for block in document:
            if isinstance(block, list):
                lines += ['| ' + ' | '.join(t + (f' {r}x{c}' if r * c > 1 else '') for t, r, c in row) + ' |' for row in block]
            else:
                lines.append(('# ' if isinstance(block, tuple) else '') + maker.text_of(block))
        yield name, '\n'.join(lines).encode()


def prose():
    """Sentences that the cases of the narrative rules put into the base."""
    found = set()
    for case in sorted((TESTS / 'rules' / 'narrative').glob('*.md')):
        found.update(re.findall(r'[改加]为?“([^”“]{6,200})”', case.read_text(encoding='utf-8')))
    return sorted(found)


OPTIONS = [b'{"today":"2026-02-05","language":"en","withText":true,"withLedger":true}',
           b'{"year":2024,"disable":["form/*"],"severity":{"requests/balance":"notice"},"encoding":"GB18030"}',
           b'{"edits":[{"range":[3,5],"text":"12"},{"range":[9,9],"text":"x"}],"sourceFormat":"pdf","sourceBytes":12,"name":"a.pdf"}']
STYLES = (b'<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/>'
          b'</w:numPr></w:pPr></w:style><w:style w:styleId="2"><w:basedOn w:val="1"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>')
NUMBERING = ('<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
             '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>').encode()
COMMENTS = '<w:comments><w:comment w:id="0"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>'.encode()
FOOTNOTES = '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>'.encode()
DOCX_EXTRA = ('<w:document><w:body><w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>'
              '<w:commentRangeEnd w:id="0"/><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:fldChar '
              'w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>'
              '<w:hyperlink><w:r><w:tab/><w:br/><w:sym w:char="F0FE"/></w:r></w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>'
              '</w:tbl></w:tc></w:tr></w:tbl></w:body></w:document>').encode()

SHEET_STRINGS = '<sst><si><t>规章</t></si><si><r><t>行政</t></r><rPh><t>x</t></rPh></si></sst>'.encode()
SHEET_EXTRA = MARK.join([
    '<worksheet><cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"><f>1+1</f></c><c r="C1"><v>1</v></c>'
    '</row><row r="2" hidden="1"><c r="A2" s="1"><v>45312</v></c></row><row r="3"><c s="3"><v>0</v></c><c s="4"><v>-1234.5</v></c></row></sheetData><mergeCells>'
    '<mergeCell ref="A1:A3"/></mergeCells></worksheet>'.encode(), SHEET_STRINGS,
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="_ * #,##0.0_ ;_ * -#,##0_ ;_ * &quot;-&quot;"/>'
    '</numFmts><borders><border/><border><left style="thin"/><top style="thin"/></border></borders><cellXfs><xf/><xf numFmtId="164" borderId="1"/><xf numFmtId="10"/>'
    '<xf numFmtId="165"/><xf numFmtId="165"/></cellXfs></styleSheet>'.encode(), b'<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>'])

PAGE_EXTRA = MARK.join([
    '<Page><Template TemplateID="30"/><Content><Layer DrawParam="5"><PageBlock><TextObject Boundary="0 0 90 9" Size="4" CTM="0 1 -1 0 50 50"><FillColor Value="255 255 255"/>'
    '<TextCode X="0" Y="4" DeltaX="g 2 4 2" DeltaY="1">收到12件</TextCode></TextObject></PageBlock><PathObject Boundary="20 20 80 9" Fill="true"><Clips><Clip><Area><Path '
    'Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 9 9 C</AbbreviatedData></Path></Area></Clip></Clips><AbbreviatedData>S 0 0 L 80 0 B 1 1 2 2 3 3 Q 1 1 2 2 A 1 1 0 1 0 5 5 C'
    '</AbbreviatedData></PathObject><ImageObject Boundary="0 0 9 9" CTM="9 0 0 9 0 0"/><CompositeObject Boundary="0 0 9 9" ResourceID="40" Alpha="200"/></Layer></Content></Page>'
    .encode(),
    '<Res><DrawParams><DrawParam ID="5" Relative="5"><StrokeColor Value="#FF #0 #0"/></DrawParam></DrawParams><CompositeGraphicUnits><CompositeGraphicUnit ID="40"><Content>'
    '<CompositeObject Boundary="0 0 9 9" ResourceID="40"/><TextObject Boundary="9 9 9 9" Size="3"><TextCode X="0" Y="3">甲</TextCode></TextObject></Content>'
    '</CompositeGraphicUnit></CompositeGraphicUnits></Res>'.encode(),
    '<Page><Content><Layer><TextObject Boundary="9 30 9 9" Size="3"><TextCode X="0" Y="3">乙</TextCode></TextObject></Layer></Content></Page>'.encode(), b''])


# A page that is a picture, one of its numbers confirmed; a table's rules, and what was not certain.
PICTURE = ('NBPDF1\nP 595.28 841.89\nI 0.00 0.00 595.28 841.89\nS 2\n' +
           ''.join(f'T {50 + 10 * i}.00 60.00 {60 + 10 * i}.00 70.00 {c}\n' for i, c in enumerate('政府信息公开工作年度报告')) +
           'L 50.00 80.00 540.00 80.00\nL 50.00 100.00 540.00 100.00\nL 50.00 80.00 50.00 100.00\nL 300.00 80.00 300.00 100.00\n'
           'L 540.00 80.00 540.00 100.00\nT 60.00 85.00 70.00 95.00 规\nT 70.00 85.00 80.00 95.00 章\nV 310.00 85.00 315.00 95.00 1\n'
           'V 315.00 85.00 320.00 95.00 2\nT 320.00 85.00 330.00 95.00 \uFFFD\n').encode()


def kept(file, agency, year, value):
    return {'file': file, 'agency': agency, 'year': year, 'form': '2021', 'whole': True, 'figures': [value] * 190 + [None] * 10,
            'words': 'x', 'open': [1, 0, 2], 'dismissed': [0, 0, 1], 'slips': [[4, '12']]}


DESKS = [{'reports': [kept('a.docx', '青州县教育局', 2024, '1'), kept('b.txt', '青州县民政局', 2023, '2.5'), {'file': 'c.pdf'}, kept('d.html', '青州县人民政府', 2024, '3')],
          'roster': {'names': ['县教育局', '县民政局', '县水利局'], 'unused': ['以上']}, 'parent': 3, 'language': 'en',
          'choices': {'answers': [{'body': '县水利局', 'report': 1, 'same': False}], 'taken': [0]}},
         {'reports': [kept('a.docx', '青州县教育局', 2024, '1'), kept('a2.docx', '青州县教育局', 2024, '1')], 'body': '青州县教育局'}]


def write(folder, seeds):
    folder.mkdir(parents=True)
    for name, content in seeds:
        (folder / name).write_bytes(content)


def fixtures(*suffixes):
    return [(path.name, path.read_bytes()) for suffix in suffixes for path in sorted(SMALL.glob('*.' + suffix)) if path.name != 'make.py']


def archive_of(files):
    room = io.BytesIO()
    with zipfile.ZipFile(room, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo('县/' + name), content)
    return room.getvalue()


def main():
    out = pathlib.Path(sys.argv[1])
    shutil.rmtree(out, ignore_errors=True)
    maker = small_maker()
    texts = fixtures('txt', 'md')
    every = fixtures('txt', 'md', 'html', 'mht', 'fodt', 'rtf', 'nbpdf', 'docx', 'odt', 'doc', 'xlsx', 'ofd')
    bases = [(p.name, p.read_bytes()) for p in sorted((TESTS / 'rules').glob('base_*.txt'))]
    sentences = prose()
    documents = maker.DOCUMENTS.items()
    write(out / 'html', fixtures('html'))
    write(out / 'mht', fixtures('mht'))
    write(out / 'rtf', fixtures('rtf'))
    write(out / 'doc', fixtures('doc'))
    pages = fixtures('nbpdf') + [('picture', PICTURE)]
    write(out / 'pdf_geometry', pages)
    write(out / 'page_remarks', [(n, c.split(b'\n', 1)[1]) for n, c in pages])
    write(out / 'desk', [(str(i), json.dumps(d, ensure_ascii=False).encode()) for i, d in enumerate(DESKS)] + [('roster', '1.县教育局\n2,县民政局\n'.encode())])
    write(out / 'flat_odt', fixtures('fodt'))
    write(out / 'read', every)
    write(out / 'text', texts + [(n + '.gb', b'GB18030' + MARK + c) for n, c in texts if 'gb18030' in n])
    write(out / 'encoding', [(n, b'utf-8' + MARK + MARK + c) for n, c in texts])
    write(out / 'docx', [(n, maker.docx_xml(d).encode()) for n, d in documents] + [('extra', MARK.join([DOCX_EXTRA, STYLES, NUMBERING, COMMENTS, FOOTNOTES]))])
    write(out / 'odt', [(n, maker.odt_xml(d).encode()) for n, d in documents])
    write(out / 'xlsx', [(n, MARK.join([maker.xlsx.sheet_xml(d).encode(), SHEET_STRINGS, maker.xlsx.STYLES.encode(), b''])) for n, d in documents] + [('extra', SHEET_EXTRA)])
    write(out / 'zip', fixtures('docx', 'odt', 'xlsx', 'ofd'))
    write(out / 'ofd', [(n, MARK.join([maker.ofd.pages(d)[0].encode(), b'', b'', b''])) for n, d in documents] + [('extra', PAGE_EXTRA)])
    write(out / 'xml', [(n, c) for n, c in fixtures('fodt')] + [('docx', DOCX_EXTRA)])
    write(out / 'recognition', list(sketches(maker)) + bases)
    write(out / 'narrative', [(str(i), s.encode()) for i, s in enumerate(sentences)])
    write(out / 'numerals', [(str(i), s[:40].encode()) for i, s in enumerate(sentences[:60])])
    write(out / 'localise', [('one', bytes([0, 0, 166, 1])), ('two', bytes([1, 1, 161, 255, 3, 162, 9])), ('unread', bytes([2, 0, 3, 0, 2, 34, 0]))])
    write(out / 'check', every + [(f'options{i}', MARK.join([o, texts[i][1], texts[0][1]])) for i, o in enumerate(OPTIONS)] + bases)
    write(out / 'archive', fixtures('docx', 'odt') + [('many', archive_of(fixtures('txt', 'docx')))])
    write(out / 'annotate', fixtures('txt', 'md', 'html', 'docx') + bases)
    write(out / 'fix', fixtures('txt', 'md', 'html', 'docx', 'odt', 'fodt') + bases)
    write(out / 'options', [(str(i), o) for i, o in enumerate(OPTIONS)])
    write(out / 'edits', [(str(i), o + MARK + texts[0][1]) for i, o in enumerate(OPTIONS)])

    dictionaries(out)


# A word a line; \\x0a and the like are bytes.
WORDS = {'html': 'html report', 'mht': 'mht html', 'rtf': 'rtf', 'doc': '', 'pdf_geometry': 'geometry', 'page_remarks': 'geometry report', 'desk': 'desk', 'flat_odt': 'odt', 'odt': 'odt', 'docx': 'docx', 'xlsx': 'xlsx', 'ofd': 'ofd',
         'xml': 'docx odt', 'read': 'html rtf odt mht geometry', 'text': 'report encoding', 'encoding': 'encoding', 'recognition': 'report',
         'narrative': 'report', 'numerals': 'report', 'check': 'report options html', 'annotate': 'report html', 'fix': 'report html odt docx', 'archive': '', 'options': 'options', 'edits': 'options report'}


def entry(line):
    word = re.sub(rb'\\x([0-9a-f]{2})', lambda m: bytes([int(m.group(1), 16)]), line)
    return '"' + ''.join(chr(b) if 0x20 <= b < 0x7F and chr(b) not in '"\\' else f'\\x{b:02X}' for b in word) + '"\n'


def dictionaries(out):
    for target, names in WORDS.items():
        lines = [line for name in names.split() for line in (TESTS / 'fuzz' / 'dictionaries' / f'{name}.txt').read_bytes().splitlines()]
        (out / f'{target}.dict').write_text(''.join(entry(line) for line in lines if line))


main()
