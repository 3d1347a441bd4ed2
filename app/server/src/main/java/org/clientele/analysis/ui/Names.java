package org.clientele.analysis.ui;

import org.clientele.plugins.api.Texts;
import org.clientele.segment.SegmentName;
import org.clientele.segment.ui.SegmentWords;

/** Names of segments where several models stand side by side. */
final class Names {
    private Names() {}

    /** "Gold · Value pyramid". */
    static String of(SegmentWords words, SegmentName segment) {
        return words.text(
                "analysis.segment-of-model",
                words.names().segment(segment.model(), segment.segment()),
                words.names().text(Texts.model(segment.model())));
    }
}
