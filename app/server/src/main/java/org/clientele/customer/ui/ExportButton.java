package org.clientele.customer.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.clientele.customer.CustomerCsv;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.CustomerLists;
import org.clientele.frontend.Icon;

/** Downloads the list as it is shown. */
final class ExportButton extends Composite<Div> {
    private final CustomerLists lists;
    private final String verticalKey;
    private final Supplier<CustomerListQuery> query;
    private final Supplier<List<String>> fields;
    private final Locale locale;
    private final CustomerCsv.Headings headings;

    ExportButton(
            CustomerLists lists, String verticalKey, Supplier<CustomerListQuery> query, Supplier<List<String>> fields) {
        this.lists = lists;
        this.verticalKey = verticalKey;
        this.query = query;
        this.fields = fields;
        locale = getLocale();
        headings =
                new CustomerCsv.Headings(getTranslation("customer.field.ref"), getTranslation("customer.field.name"));
        Anchor download = new Anchor((DownloadHandler) this::write, "");
        download.setId("customer-export");
        download.addClassName("visually-hidden");
        download.getElement().setAttribute("tabindex", "-1").setAttribute("aria-hidden", "true");
        Button button = new Button(
                getTranslation("customer.list.export"), Icon.DOWNLOAD.create(), click -> download.getElement()
                        .callJsFunction("click"));
        button.addClassName("hide-on-phone");
        getContent().add(button, download);
    }

    private void write(DownloadEvent event) throws IOException {
        CustomerCsv csv = lists.export(verticalKey, query.get(), fields.get(), headings, locale);
        event.setFileName(verticalKey + "-customers.csv");
        event.setContentType("text/csv;charset=utf-8");
        try (Writer writer =
                new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.write(writer);
        }
    }
}
