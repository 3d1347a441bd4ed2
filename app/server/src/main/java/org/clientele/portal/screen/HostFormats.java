package org.clientele.portal.screen;

import java.time.LocalDate;
import org.clientele.common.Money;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.PersonalData;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.ui.FieldValue;
import org.clientele.plugins.ui.ScreenFormats;

/** The portal's own formats, hiding what the person may not see. */
final class HostFormats implements ScreenFormats {
    private final VerticalFormats formats;
    private final int fractionDigits;

    HostFormats(Visit visit, ScreenServices services) {
        Vertical vertical = visit.vertical();
        this.fractionDigits = Money.fractionDigits(vertical.currency());
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), visit.locale())
                .hiding(PersonalData.hiddenFrom(services.rights(), vertical));
    }

    VerticalFormats formats() {
        return formats;
    }

    @Override
    public String name(String field) {
        return formats.name(field);
    }

    @Override
    public String value(String field, FieldValue value) {
        return written(field, Values.of(value, fractionDigits));
    }

    String written(String field, Value value) {
        return formats.value(field, value);
    }

    @Override
    public String segment(String model, String segment) {
        return formats.segment(model, segment);
    }

    @Override
    public String whole(long number) {
        return formats.formats().whole(number);
    }

    @Override
    public String decimal(double number) {
        return formats.formats().decimal(number);
    }

    @Override
    public String percent(double share) {
        return formats.formats().percent(share);
    }

    @Override
    public String money(long minor) {
        return formats.formats().money(minor);
    }

    @Override
    public String date(LocalDate date) {
        return formats.formats().date(date);
    }
}
