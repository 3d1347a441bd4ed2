package org.clientele.segment.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientele.plugin.Vertical;
import org.clientele.segment.LocalName;

/** Names that the portal proposes in both of its languages. */
final class BothLanguages {
    private final SegmentWords english;
    private final SegmentWords chinese;

    BothLanguages(Vertical vertical) {
        this.english = new SegmentWords(vertical, Locale.ENGLISH);
        this.chinese = new SegmentWords(vertical, Locale.SIMPLIFIED_CHINESE);
    }

    LocalName name(Function<SegmentWords, String> said) {
        return new LocalName(said.apply(english), said.apply(chinese));
    }

    List<LocalName> names(String... keys) {
        return Stream.of(keys).map(key -> name(words -> words.text(key))).toList();
    }
}
