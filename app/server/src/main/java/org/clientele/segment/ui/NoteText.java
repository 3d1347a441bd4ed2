package org.clientele.segment.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.clientele.common.Money;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Places;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason.Note;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.Texts;

/** Puts the reason that a plugin's code gave into the plugin's own words. Immutable. */
final class NoteText {
    private final Vertical vertical;
    private final VerticalFormats formats;

    NoteText(Vertical vertical, VerticalFormats formats) {
        this.vertical = vertical;
        this.formats = formats;
    }

    /** The text with its places filled; a place without value gets a dash. */
    String clause(String model, Note note) {
        return Places.fill(formats.text(Texts.modelReason(model, note.key())), place -> part(note, place));
    }

    private String part(Note note, int place) {
        return place < note.parts().size() ? value(note.parts().get(place)) : Formats.MISSING;
    }

    private String value(Note.Part part) {
        Value value = part.value();
        return switch (part.subject()) {
            case Note.Part.MONEY -> value instanceof Value.Decimal(double major) ? money(major) : Formats.MISSING;
            case Note.Part.SHARE ->
                value instanceof Value.Decimal(double share) ? formats.formats().percent(share) : Formats.MISSING;
            case Note.Part.DAYS ->
                value instanceof Value.Whole(long days) ? formats.formats().days(days) : Formats.MISSING;
            default -> formats.value(subject(part.subject()), value);
        };
    }

    private String subject(String id) {
        return vertical.definition().model(id) == null ? id : Snapshot.SEGMENT_PREFIX + id;
    }

    private String money(double major) {
        return formats.formats()
                .money(BigDecimal.valueOf(major)
                        .scaleByPowerOfTen(Money.fractionDigits(vertical.currency()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue());
    }
}
