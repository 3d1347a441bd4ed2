package org.clientele.report.ui;

import org.clientele.customer.CustomerFields;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.report.ui.Sheet.Cell;

/** Customers as cells that lead to them. */
record CustomerCells(ReportWords words, Snapshot now) {
    /** By name, or by reference where there is none. */
    Cell link(int customer) {
        String name = text(CustomerFields.NAME, customer);
        return Cell.words(name.isEmpty() ? text(CustomerFields.REF, customer) : name, href(customer));
    }

    Cell ref(int customer) {
        return Cell.words(text(CustomerFields.REF, customer), href(customer));
    }

    Cell name(int customer) {
        return Cell.words(text(CustomerFields.NAME, customer));
    }

    private String href(int customer) {
        return CustomersNavigation.to(words.vertical().key(), now.customers().id(customer));
    }

    private String text(String field, int customer) {
        Column column = now.column(field);
        return column != null && column.value(customer) instanceof Value.Text(String text) ? text : "";
    }
}
