from collections.abc import Callable

from onrecord.model import Document
from onrecord.trace.layers import blank_layers, find_layers


def test_layers_are_blanked_and_offsets_stay(make_speech: Callable[..., Document]) -> None:
    document = make_speech("d", "We mend [laughter] the pier (1) today.")
    layers = find_layers(document)
    assert [layer.slice(document.text) for layer in layers] == ["[laughter]", "(1)"]
    blank = blank_layers(document.text, layers)
    assert blank.split() == ["We", "mend", "the", "pier", "today."]
    assert len(blank) == len(document.text)


def test_a_stretch_is_blanked_where_the_layer_reaches_into_it(make_speech: Callable[..., Document]) -> None:
    document = make_speech("d", "We mend [laughter] the pier.")
    assert blank_layers(document.text[10:], find_layers(document), offset=10).split() == ["the", "pier."]
