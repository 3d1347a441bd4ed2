package org.clientele.portal.screen;

import org.clientele.customer.CustomerList.CustomerRow;
import org.clientele.plugins.ui.FieldValue;
import org.clientele.plugins.ui.ScreenCustomer;
import org.jspecify.annotations.Nullable;

/** A customer of a snapshot, as a screen sees it. */
final class HostCustomer implements ScreenCustomer {
    private final CustomerRow row;
    private final HostFormats formats;

    HostCustomer(CustomerRow row, HostFormats formats) {
        this.row = row;
        this.formats = formats;
    }

    @Override
    public long id() {
        return row.id();
    }

    @Override
    public String number() {
        return row.ref();
    }

    @Override
    public String title() {
        return row.title();
    }

    @Override
    public FieldValue value(String field) {
        return Values.shown(row.value(field));
    }

    @Override
    public String text(String field) {
        return formats.written(field, row.value(field));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostCustomer customer && customer.id() == id();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id());
    }
}
