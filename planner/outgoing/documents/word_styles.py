"""What the Word programme looks like: its styles, its list and its settings, as WordprocessingML (ISO/IEC 29500-1).

Everything a reader sees is one of these named styles, so that an office can give the programme its own look by
changing a style. Colours keep a contrast of at least 4.5 to 1 on their ground (WCAG 2.2, 1.4.3). Lengths are
twentieths of a point, text sizes half points.
"""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

INK, QUIET, LEAD, PALE, LINE = "1F2A33", "51606B", "1F4E5F", "EAF1F3", "B9C9CF"
AMBER, CREAM = "7A4B00", "FFF4DF"
LANGUAGE = "en-GB"
FONT = "Arial"
SESSION_INDENT, NARROW_INDENT = 1500, 170
"""Where a session's words begin: after its times, or in a narrow column after its bullet."""

WORDS_OWN = frozenset({"Title", "Subtitle", "heading 1", "List Bullet", "header", "footer"})
"""The styles that Word itself knows by name."""

_DEFAULTS = f"""
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
    <w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
"""

_RULE = f'<w:bottom w:val="single" w:sz="12" w:space="5" w:color="{LEAD}"/>'
_HAIR = f'w:val="single" w:sz="4" w:color="{LINE}"'

_TABLE = f"""
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
    <w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
</w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Programme"><w:name w:val="Programme"/>
  <w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top {_HAIR} w:space="0"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{LEAD}"/>
      <w:insideH {_HAIR} w:space="0"/><w:insideV {_HAIR} w:space="0"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="70" w:type="dxa"/><w:left w:w="110" w:type="dxa"/>
      <w:bottom w:w="70" w:type="dxa"/><w:right w:w="110" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{LEAD}"/></w:tcPr></w:tblStylePr>
  <w:tblStylePr w:type="firstCol"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/></w:tcPr></w:tblStylePr>
</w:style>
"""


def _paragraph(name: str, layout: str, letters: str = "", parent: str = "Normal", then: str = "") -> str:
    style_id = name.title().replace(" ", "")
    ours = "" if name in WORDS_OWN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{ours} w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{parent}"/><w:next w:val="{then or style_id}"/><w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _character(name: str, letters: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:qFormat/>'
        f"<w:rPr>{letters}</w:rPr></w:style>"
    )


def _letters(half_points: int, colour: str, *, bold: bool = False) -> str:
    weight = "<w:b/>" if bold else ""
    return f'{weight}<w:color w:val="{colour}"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


def _in_cells() -> tuple[str, ...]:
    """The styles of what stands in a table's cells."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    return (
        _paragraph("Cell", '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/>'),
        _paragraph("Column Head", "<w:keepNext/>", "<w:b/>" + _letters(20, "FFFFFF"), "Cell"),
        _paragraph("Day", "", _letters(20, LEAD, bold=True), "Cell"),
        _paragraph("Day Again", "", _letters(20, QUIET), "Cell"),
        _paragraph("Session", numbered.format(1) + _spacing(0, 50), "", "Cell"),
        _paragraph("Standing Session", "", _letters(20, QUIET), "Session"),
        _paragraph("Narrow Session", numbered.format(2), "", "Session"),
        _paragraph("Narrow Standing Session", "", _letters(20, QUIET), "NarrowSession"),
    )


def _on_the_page(width: int) -> tuple[str, ...]:
    """The styles of what stands outside the tables, on paper with text of this width."""
    bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    across = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    head = f'<w:keepNext/><w:keepLines/>{_spacing(360, 120)}<w:outlineLvl w:val="0"/>'
    flag = (
        f'<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{AMBER}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{CREAM}"/><w:spacing w:before="160" w:after="140"/>'
        '<w:ind w:left="200"/>'
    )
    return (
        _paragraph("Title", "<w:keepNext/>" + _spacing(0, 40), _letters(48, LEAD, bold=True), then="Subtitle"),
        _paragraph(
            "Subtitle", f"<w:keepNext/><w:pBdr>{_RULE}</w:pBdr>" + _spacing(0, 200), _letters(28, QUIET), then="Normal"
        ),
        _paragraph("heading 1", head, _letters(30, LEAD, bold=True), then="Normal"),
        _paragraph(
            "Fact",
            '<w:tabs><w:tab w:val="left" w:pos="1701"/></w:tabs><w:spacing w:after="40"/>'
            '<w:ind w:left="1701" w:hanging="1701"/>',
        ),
        _paragraph("Flag", flag, _letters(20, AMBER, bold=True)),
        _paragraph("Note", _spacing(60, 120), _letters(20, QUIET)),
        _paragraph("List Bullet", bullet + _spacing(0, 60)),
        _paragraph("header", across + _spacing(0, 0), _letters(18, QUIET)),
        _paragraph(
            "footer",
            f'<w:pBdr><w:top {_HAIR} w:space="5"/></w:pBdr>{across}{_spacing(0, 0)}',
            _letters(18, QUIET),
        ),
    )


def styles(width: int) -> BaseOxmlElement:
    """All styles, on paper with text of this width."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{INK}"/></w:rPr></w:style>'
    )
    letters = (
        _character("Label", _letters(20, LEAD, bold=True)),
        _character("Time", "<w:b/>"),
        _character("Aside", f'<w:color w:val="{QUIET}"/>'),
        _character("Mark", f'<w:b/><w:color w:val="{AMBER}"/>'),
    )
    body = "".join((_DEFAULTS, normal, _TABLE, *_on_the_page(width), *_in_cells(), *letters))
    return parse_xml(f"<w:styles {nsdecls('w')}>{body}</w:styles>")


def _list(number: int, indent: int, between: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="{between}"/>'
        '<w:lvlText w:val="\N{BULLET}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:b w:val="0"/>'
        f'<w:color w:val="{LEAD}"/></w:rPr></w:lvl></w:abstractNum>'
    )


def lists() -> BaseOxmlElement:
    """The lists: a day's sessions, the same in a narrow column, and sentences."""
    kinds = _list(1, SESSION_INDENT, "space") + _list(2, NARROW_INDENT, "tab") + _list(3, 340, "tab")
    uses = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 3))
    return parse_xml(f"<w:numbering {nsdecls('w')}>{kinds}{uses}</w:numbering>")


def settings() -> BaseOxmlElement:
    """The settings of the document: those of Word 2013 and later, in British English."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return parse_xml(
        f'<w:settings {nsdecls("w")}><w:zoom w:val="bestFit" w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:compat>{mode}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )
