"""Documents, passages and their citations, for programs."""

from onrecord.export.annotations import MEDIA_TYPE, write_annotation, write_page
from onrecord.model import Trace
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.api import paging
from onrecord.web.call import Call
from onrecord.web.scopes import read_scope
from onrecord.web.verdicts import cite

ORDERS = ("added", "oldest", "newest")


def get_documents(call: Call, reader: Reader) -> Answer:
    """The catalogue: documents without their texts."""
    scope = read_scope(call)
    offset, limit = paging.read_page(call)
    order = call.get_choice("order", ORDERS) or "added"
    cards = reader.find_cards(scope, order=order, offset=offset, limit=limit)  # type: ignore[arg-type]
    return Answer(data=paging.write_page(cards, reader.count_cards(scope), offset))


def get_document(call: Call, reader: Reader) -> Answer:
    """One document or version, whole."""
    return Answer(data=reader.get_document(call.parts["id"]))


def get_versions(call: Call, reader: Reader) -> Answer:
    """Every version of a document, oldest first."""
    doc = reader.get_document(call.parts["id"])
    return Answer(data=reader.find_versions(doc.id))


def get_passage(call: Call, reader: Reader) -> Answer:
    """One passage with what stands around it."""
    return Answer(data=reader.get_passage(call.parts["id"]))


def get_citation(call: Call, reader: Reader) -> Answer:
    """A citation in every style."""
    return Answer(data={cited.style: cited.text for cited in cite(reader, call.parts["id"])})


def get_annotations(call: Call, reader: Reader) -> Answer:
    """The kept traces of the quotations in a document, as Web Annotations."""
    doc = reader.get_document(call.parts["id"])
    traces = [trace for trace in reader.find_traces(doc.id) if trace.quotation.version == doc.version]
    ident = f"{call.root}/api/documents/{doc.version}/annotations"
    source = f"{call.root}/documents/{doc.version}"
    annotations = (
        write_annotation(trace, ident=f"{ident}#{number}", source=source, root=call.root, text=doc.text)
        for number, trace in enumerate(traces, start=1)
    )
    return Answer(data=write_page(annotations, ident=ident), media_type=MEDIA_TYPE)


def get_quotations(call: Call, reader: Reader) -> Answer:
    """The kept traces of a document: those of its own quotations, and those that lead to it."""
    doc = reader.get_document(call.parts["id"])
    found: dict[str, tuple[Trace, ...]] = {
        "quotes": reader.find_traces(doc.id),
        "quoted_by": reader.find_quoting(doc.id),
    }
    return Answer(data=found)
