"""Trees, front matter, and what stands beside its lead: the blocks that a review adds."""

import io
import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from certeval.render import markdown, terminal
from certeval.render.document import (
    FrontMatter,
    Heading,
    Items,
    Node,
    Pairs,
    Paragraph,
    Tree,
    demote_headings,
)
from certeval.render.formats import Display
from certeval.render.text import escape_controls

TREE = Tree(
    (
        Node(
            "Basics",
            "take them in order",
            (
                Node("1. First", "14 hours", (Node("Topics: one, two, three"), Node("Tools: x"))),
                Node("2. Second", "", (Node("Project: say what you found, and why"),)),
            ),
        ),
        Node("Alone"),
    )
)

names = st.text("ab1.)-+#*[]|`_~:<$\u00e9\u732b", min_size=1, max_size=9)
lines = st.lists(names, min_size=1, max_size=6).map(" ".join)
entries = st.tuples(st.integers(0, 3), lines, st.just("") | lines)


def tree_of(told):
    """A tree of (depth, text, note), each below the last one before it that is less deep."""
    roots = []
    path = []
    for depth, text, note in told:
        del path[depth:]
        siblings = path[-1][2] if path else roots
        siblings.append((text, note, []))
        path.append(siblings[-1])

    def node(told):
        return Node(told[0], told[1], tuple(node(child) for child in told[2]))

    return Tree(tuple(node(root) for root in roots))


trees = st.lists(entries, min_size=1, max_size=8).map(tree_of)


def test_a_tree():
    assert terminal.render((TREE,), Display()) == (
        "Basics  take them in order\n"
        "├─ 1. First  14 hours\n"
        "│  ├─ Topics: one, two, three\n"
        "│  └─ Tools: x\n"
        "└─ 2. Second\n"
        "   └─ Project: say what you found, and why\n"
        "Alone\n"
    )


def test_a_tree_in_ascii():
    assert terminal.render((TREE,), Display(ascii=True)) == (
        "Basics  take them in order\n"
        "|- 1. First  14 hours\n"
        "|  |- Topics: one, two, three\n"
        "|  `- Tools: x\n"
        "`- 2. Second\n"
        "   `- Project: say what you found, and why\n"
        "Alone\n"
    )


@pytest.mark.parametrize(
    ("ascii_only", "guides"),
    [(True, ("|- ", "`- ", "|  ")), (False, ("├─ ", "└─ ", "│  "))],
)
def test_a_narrow_tree_keeps_its_guides(ascii_only, guides):
    fork, end, past = guides
    assert terminal.render((TREE,), Display(20, ascii=ascii_only)) == (
        "Basics  take them in\n"
        f"{past}order\n"
        f"{fork}1. First  14\n"
        f"{past}hours\n"
        f"{past}{fork}Topics: one,\n"
        f"{past}{past}two, three\n"
        f"{past}{end}Tools: x\n"
        f"{end}2. Second\n"
        f"   {end}Project: say\n"
        "      what you\n"
        "      found, and why\n"
        "Alone\n"
    )


def test_a_note_is_dim_and_what_others_hang_on_is_bold():
    out = terminal.render((TREE,), Display(color=True))
    assert out.startswith("\x1b[1mBasics\x1b[0m\x1b[2m  take them in order\x1b[0m\n")
    assert "├─ 1. First\x1b[2m  14 hours\x1b[0m\n" in out


@given(trees, st.integers(24, 100), st.booleans())
def test_a_tree_of_any_shape_fits_and_says_everything(tree, width, ascii_only):
    out = terminal.render((tree,), Display(width, ascii=ascii_only))
    assert max(map(cell_len, out.splitlines())) <= width
    whole = terminal.render((tree,), Display(None, ascii=ascii_only))
    assert len(whole.splitlines()) == sum(1 for root in tree.roots for _ in each(root))
    assert bare(out, ascii_only) == bare(whole, ascii_only)


def each(node):
    yield node
    for child in node.children:
        yield from each(child)


def bare(out, ascii_only):
    """*out* without blanks and the characters of guides, so however it is wrapped."""
    guides = "[|`-]" if ascii_only else "[│├└─]"
    return re.sub(r"\s", "", re.sub(guides, "", out))


@given(trees)
def test_a_tree_in_markdown_is_a_list_in_lists(tree):
    out = markdown.render((tree,), Display())
    depths = [len(line) - len(line.lstrip(" ")) for line in out.splitlines()]
    assert depths == [2 * depth for root in tree.roots for depth in depths_of(root, 0)]
    assert all(line.lstrip(" ").startswith("- ") for line in out.splitlines())


def depths_of(node, depth):
    yield depth
    for child in node.children:
        yield from depths_of(child, depth + 1)


def test_front_matter_is_not_shown_to_people():
    matter = FrontMatter((("title", "hidden"),))
    assert terminal.render((matter, Heading("x")), Display()) == "x\n"


def test_front_matter():
    matter = FrontMatter((("title", 'Say "x": it'), ("rating", "7.1 / 10")))
    assert markdown.render((matter, Heading("x")), Display()) == (
        '---\ntitle: "Say \\"x\\": it"\nrating: "7.1 / 10"\n---\n\n# x\n'
    )


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        "double \" and single ' quotes",
        "back \\ slash \\n",
        "a: b",
        "# no comment",
        "two\nlines\n",
        "---",
        "x\n---\ny: 1",
        "- item",
        "{a: 1}",
        "[1]",
        "&anchor",
        "*alias",
        "!!python/object:os.system",
        "%TAG",
        "@at",
        "`tick",
        "yes",
        "null",
        "~",
        "2026-11-22",
        "7.1",
        "0x1f",
        "",
        " blanks ",
        "caf\u00e9 \u732b \U0001f600",
        "tab\t and bell \x07 and escape \x1b[0m",
    ],
)
def test_a_value_of_the_front_matter_stays_one_text(value):
    front = front_of(value)
    assert len(front.splitlines()) == 2
    assert yaml.safe_load(front) == {"title": value, "last": "end"}


def front_of(value):
    """The lines between the rules, of two values."""
    out = markdown.render((FrontMatter((("title", value), ("last", "end"))),), Display())
    assert out.startswith("---\n")
    assert out.endswith("\n---\n")
    return out[4:-4]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_a_value_of_the_front_matter(value):
    read = yaml.safe_load(front_of(value))
    assert read["last"] == "end"
    assert read["title"] in (value, escape_controls(value))


def test_lists_wrap_under_their_text():
    block = Items(("one two three four", "five"))
    assert terminal.render((block,), Display(12)) == "- one two\n  three four\n- five\n"


def test_pairs_wrap_under_their_names():
    block = Pairs((("Name", "a value of some length"),))
    assert terminal.render((block,), Display(16)) == "  Name: a value\n  of some length\n"


@given(st.lists(lines, min_size=1, max_size=4), st.integers(12, 60))
def test_what_hangs_begins_where_its_text_does(texts, width):
    out = terminal.render((Items(tuple(texts)),), Display(width)).splitlines()
    assert max(map(cell_len, out)) <= width
    assert all(line[:2] in ("- ", "  ") and line[2:3].strip() for line in out)
    told = "".join(line[2:] for line in out)
    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", "".join(map(escape_controls, texts)))
    assert sum(line.startswith("- ") for line in out) >= len(texts)


@given(st.text(st.characters(exclude_categories=["Cs"])) | lines, st.none() | st.integers(10, 60))
@example("\u732b" * 6, 10)  # fits by its characters, not by their cells
@example("x" * 10, 10)
@example("x" * 11, 10)
def test_a_plain_line_is_printed_as_rich_prints_it(text, width):
    stream = io.StringIO()
    console = Console(
        file=stream, width=width or 100_000, color_system=None, legacy_windows=False,
        markup=False, emoji=False, highlight=False,
    )  # fmt: skip
    console.print(Text(escape_controls(text), overflow="fold"))
    expected = "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))
    for block in (Paragraph(text), Heading(text, 2)):
        assert terminal.render((block,), Display(width)) == expected


@given(
    st.lists(
        st.builds(Heading, lines, st.integers(1, 4))
        | st.builds(Paragraph, lines, st.sampled_from(["plain", "strong", "note"]))
        | st.builds(Items, st.lists(lines, max_size=3).map(tuple))
        | st.builds(Pairs, st.lists(st.tuples(names, lines), max_size=3).map(tuple))
        | trees,
        max_size=4,
    ).map(tuple),
    st.none() | st.integers(20, 100),
)
def test_the_quick_way_and_richs_way_are_one(document, width):
    quick = terminal.render(document, Display(width))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(terminal, "_is_plain_line", lambda *_: False)
        assert terminal.render(document, Display(width)) == quick


def test_a_part_of_a_larger_document_has_lower_headings():
    blocks = [Heading("a"), Paragraph("b"), Heading("c", 3)]
    assert list(demote_headings(blocks)) == [Heading("a", 2), Paragraph("b"), Heading("c", 4)]
    assert next(demote_headings(blocks, 2)) == Heading("a", 3)
